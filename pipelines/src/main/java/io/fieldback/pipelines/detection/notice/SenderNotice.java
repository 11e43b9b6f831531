// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A notice of somebody who sends reports: a source, a site, a region. */
final class SenderNotice {
    private SenderNotice() {}

    /**
     * One.
     *
     * @param what {@code source}, {@code site} or {@code region}
     * @param day by whose end all was known, days since 1970
     * @param expected reports; not a number where none were
     * @param english what happened, up to the day
     * @param chinese the same, the day as {@code %s}
     */
    static Notice of(
            AlertKind kind,
            String what,
            String code,
            int day,
            long observed,
            double expected,
            String english,
            String chinese) {
        String date = LocalDate.ofEpochDay(day).toString();
        String usual = String.format(Locale.ROOT, "%.0f", expected);
        String against = Double.isNaN(expected) ? "" : ", usually " + usual;
        String chineseAgainst = Double.isNaN(expected) ? "" : "，通常" + usual + "条";
        String name = Character.toUpperCase(what.charAt(0)) + what.substring(1) + ' ' + code;
        return new Notice(
                kind,
                scope(what, code),
                observed,
                expected,
                List.of(what + "=" + code),
                name + english + date + against + ". A matter of the data, not of quality.",
                chineseName(what) + code + chinese.replace("%s", date) + chineseAgainst + "。属数据问题，非质量问题。");
    }

    private static AlertScope scope(String what, String code) {
        return switch (what) {
            case "source" -> new AlertScope(null, null, null, null, null, null, code, null);
            case "site" -> new AlertScope(null, null, null, null, null, code, null, null);
            default -> new AlertScope(null, null, null, null, code, null, null, null);
        };
    }

    private static String chineseName(String what) {
        return switch (what) {
            case "source" -> "数据源";
            case "site" -> "网点";
            default -> "区域";
        };
    }
}
