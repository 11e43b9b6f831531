// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code after - before} as rows: a change that follows now and did not is told; one that did and does not any more is
 * taken back by a row that names it. A change that follows again has another name, because it is told again.
 */
final class RuleDifference {
    /** Takes rows of the table {@code alerts}. */
    interface Rows {
        void write(@Nullable Object[] row) throws IOException;
    }

    private RuleDifference() {}

    /**
     * Writes the difference.
     *
     * @param takenBack names of changes that were taken back; gets those that are now
     * @param knownOn day of the content that makes the difference, days since 1970
     * @param at when it was received
     * @param rules their fingerprint
     */
    static void write(
            Collection<RuleChange> before,
            Collection<RuleChange> after,
            Set<String> takenBack,
            int knownOn,
            Instant at,
            String rules,
            Rows rows)
            throws IOException {
        Map<RuleChange.Key, RuleChange> gone = byKey(before);
        Map<RuleChange.Key, RuleChange> come = byKey(after);
        gone.keySet().removeAll(byKey(after).keySet());
        come.keySet().removeAll(byKey(before).keySet());
        for (RuleChange change : gone.values()) {
            String told = name(change, takenBack);
            rows.write(change.takenBack(told, knownOn, at, rules));
            takenBack.add(told);
        }
        for (RuleChange change : come.values()) {
            rows.write(change.row(name(change, takenBack), at, rules));
        }
    }

    /** The name under which a change stands, or will: the first that was not taken back. */
    private static String name(RuleChange change, Set<String> takenBack) {
        int nth = 1;
        while (takenBack.contains(change.changeId(nth))) {
            nth++;
        }
        return change.changeId(nth);
    }

    private static Map<RuleChange.Key, RuleChange> byKey(Collection<RuleChange> changes) {
        Map<RuleChange.Key, RuleChange> byKey = new LinkedHashMap<>();
        for (RuleChange change : changes) {
            byKey.put(change.key(), change);
        }
        return byKey;
    }
}
