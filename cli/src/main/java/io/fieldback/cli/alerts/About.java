// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.pipelines.detection.wording.CauseWords;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an alert is about, in a few words for a list. */
final class About {
    private static final Pattern END_OF_CLAUSE = Pattern.compile("[:.] |[：。]");

    private About() {}

    /** Of a notice the beginning of its sentence; else product, component and codes, and what the excess is bound to. */
    static String of(Messages words, AlertChange finding) {
        AlertKind.Family family = finding.kind().family();
        if (family == AlertKind.Family.NOTICE) {
            return END_OF_CLAUSE.split(Sentences.of(words, finding), 2)[0];
        }
        AlertScope scope = finding.scope();
        List<String> parts = new ArrayList<>();
        add(parts, scope.productModel());
        add(parts, scope.component());
        add(parts, scope.symptomCode());
        add(parts, scope.causeCode());
        if (family == AlertKind.Family.QUALITY) {
            boolean chinese = words.language().equals("zh");
            add(parts, part("region", scope.region(), finding, chinese));
            add(parts, part("site", scope.siteId(), finding, chinese));
            add(parts, finding.cause().isEmpty() ? null : CauseWords.of(finding.cause(), chinese));
        }
        return String.join(" ", parts);
    }

    /** What it is of, unless that is what it is bound to. */
    private static @Nullable String part(String axis, @Nullable String value, AlertChange finding, boolean chinese) {
        String part = axis + "=" + value;
        return value == null || finding.cause().contains(part) ? null : CauseWords.of(part, chinese);
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null) {
            parts.add(part);
        }
    }
}
