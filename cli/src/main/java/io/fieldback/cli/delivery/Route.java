// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.schemas.alert.AlertChange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One line of the routing file: alerts that fit all its conditions are somebody's duty.
 *
 * @param conditions by what is asked, the values one of which must fit; {@code KF-*} fits what begins so
 * @param duty whose
 */
record Route(Map<String, List<String>> conditions, Duty duty) {
    /** What may be asked of an alert. */
    static final Map<String, Function<AlertChange, @Nullable String>> ASKED = Map.of(
            "product", change -> change.scope().productModel(),
            "component", change -> change.scope().component(),
            "symptom", change -> change.scope().symptomCode(),
            "region", change -> change.scope().region(),
            "site", change -> change.scope().siteId(),
            "source", change -> change.scope().source(),
            "kind", change -> change.kind().code(),
            "family", change -> change.kind().family().name().toLowerCase(Locale.ROOT),
            "severity", AlertChange::severity);

    boolean fits(AlertChange change) {
        return conditions.entrySet().stream().allMatch(condition -> {
            Function<AlertChange, @Nullable String> asked = ASKED.get(condition.getKey());
            @Nullable String value = asked == null ? null : asked.apply(change);
            return value != null && condition.getValue().stream().anyMatch(wanted -> fits(wanted, value));
        });
    }

    private static boolean fits(String wanted, String value) {
        return wanted.endsWith("*") ? value.startsWith(wanted.substring(0, wanted.length() - 1)) : value.equals(wanted);
    }
}
