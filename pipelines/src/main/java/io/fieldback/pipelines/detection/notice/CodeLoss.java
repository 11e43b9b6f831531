// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.series.CodeUse;
import io.fieldback.pipelines.detection.series.CodeUse.CodeKey;
import io.fieldback.pipelines.detection.series.Known;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What other codes of the same kind lost since a code came in use. */
final class CodeLoss {
    private static final int BEFORE = 182;
    private static final int YEAR = 365;
    private static final int SOME = 3;
    private static final double LOST = 0.5;

    /** Cases become known late: of the newest ones this share is there. */
    private static final double KNOWN = 0.7;

    private static final double RELATED = 1000;

    private final Known known;
    private final int day;

    CodeLoss(Known known, int day) {
        this.known = known;
        this.day = day;
    }

    /** The code that lost by a new one, if one did: one it begins with rather than another. */
    @Nullable
    String by(CodeKey code, CodeUse use) {
        int first = use.firstDay();
        String found = null;
        double greatest = 0;
        for (Map.Entry<CodeKey, CodeUse> each : known.uses().entrySet()) {
            CodeKey other = each.getKey();
            if (!isOfItsKind(other, code) || each.getValue().firstDay() >= first - BEFORE / 2) {
                continue;
            }
            double usual = each.getValue().happened().sum(first - BEFORE, first - 1)
                    / (double) BEFORE
                    * (day - first + 1)
                    * KNOWN;
            double still = each.getValue().happened().sum(first, day);
            boolean related = code.code().startsWith(other.code());
            double missing = usual - still;
            boolean loses = still < LOST * usual && missing >= SOME || related && still <= usual;
            double weight = related ? missing + RELATED : missing;
            if (loses && weight > greatest) {
                greatest = weight;
                found = other.code();
            }
        }
        return found;
    }

    /** Cases of all others of its kind in the year before it: of few, none is new. */
    long casesBefore(CodeKey code, int first) {
        long cases = 0;
        for (Map.Entry<CodeKey, CodeUse> each : known.uses().entrySet()) {
            if (isOfItsKind(each.getKey(), code) && !each.getKey().code().equals(code.code())) {
                cases += each.getValue().happened().sum(first - YEAR, first - 1);
            }
        }
        return cases;
    }

    private static boolean isOfItsKind(CodeKey other, CodeKey code) {
        return other.line().equals(code.line())
                && other.axis() == code.axis()
                && other.parent().equals(code.parent());
    }
}
