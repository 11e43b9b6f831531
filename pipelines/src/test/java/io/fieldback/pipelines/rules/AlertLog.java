// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.schemas.table.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What journal and operator do with contents, without Flink: the state of each subject in bytes, and the rows. */
final class AlertLog {
    private final RuleSettings settings;
    private final Map<String, List<RuleContent>> cases = new HashMap<>();
    private final Map<String, Set<RuleSubject>> known = new HashMap<>();
    private final Map<Long, byte[]> subjects = new HashMap<>();
    private final Map<String, byte[]> units = new HashMap<>();
    private final List<RandomCases.Sighted> seen = new ArrayList<>();
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private boolean quiet;

    AlertLog(RuleSettings settings) {
        this.settings = settings;
    }

    AlertLog take(Collection<RandomCases.Sighted> contents) throws Exception {
        for (RandomCases.Sighted each : contents) {
            seen.add(each);
            String name = each.content().caseName();
            List<RuleContent> earlier = cases.computeIfAbsent(name, key -> new ArrayList<>());
            Set<RuleSubject> listeners = known.computeIfAbsent(name, key -> new LinkedHashSet<>());
            Map<RuleSubject, RuleFact> facts =
                    RuleSubject.told(each.content().type(), each.content().id(), each.facts());
            RuleTelling.tell(each.content(), facts, earlier, Set.copyOf(listeners), (subject, content) -> {
                RuleSighting sighting = RuleSighting.of(subject, content, Instant.EPOCH);
                try {
                    told(sighting);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            listeners.addAll(facts.keySet());
            earlier.add(each.content());
        }
        return this;
    }

    private void told(RuleSighting sighting) throws Exception {
        SubjectState state = SubjectBytes.read(subjects.get(sighting.key()));
        List<RuleChange> before = new ArrayList<>();
        List<RuleChange> after = new ArrayList<>();
        RuleContent content = RuleBytes.content(sighting.content());
        SubjectState.Units elsewhere = new SubjectState.Units() {
            @Override
            public byte @Nullable [] of(long unit) {
                return units.get(sighting.key() + "/" + unit);
            }

            @Override
            public void put(long unit, byte[] contents) {
                units.put(sighting.key() + "/" + unit, contents);
            }
        };
        if (state.take(sighting.unit(), content, elsewhere, settings, before, after)) {
            if (!quiet) {
                RuleDifference.write(
                        before, after, state.takenBack(), content.knownOn(), Instant.EPOCH, "rules", rows::add);
            }
            subjects.put(sighting.key(), SubjectBytes.write(state));
        }
    }

    /** Loses all state, and fills it again from what was seen, in another order, and from the rows. */
    AlertLog restart(java.util.Random random) throws Exception {
        subjects.clear();
        units.clear();
        cases.clear();
        known.clear();
        List<RandomCases.Sighted> again = new ArrayList<>(seen);
        java.util.Collections.shuffle(again, random);
        seen.clear();
        quiet = true;
        take(again);
        quiet = false;
        Set<String> answered = answered();
        for (Map.Entry<Long, byte[]> subject : subjects.entrySet()) {
            SubjectState state = SubjectBytes.read(subject.getValue());
            state.takenBack().addAll(answered);
            subject.setValue(SubjectBytes.write(state));
        }
        return this;
    }

    private Set<String> answered() {
        Set<String> answered = new HashSet<>();
        for (Object[] row : rows) {
            if (row[at("answers")] != null) {
                answered.add((String) row[at("answers")]);
            }
        }
        return answered;
    }

    /** Changes that stand, as alert, change and newest case. */
    Set<String> standing() {
        Map<String, String> standing = new LinkedHashMap<>();
        for (Object[] row : rows) {
            if (row[at("answers")] == null) {
                List<?> on = (List<?>) Objects.requireNonNull(row[at("cases")]);
                standing.put(
                        (String) row[at("change_id")],
                        row[at("alert_id")] + " " + row[at("change")] + " "
                                + (on.isEmpty() ? "" : on.get(on.size() - 1)));
            }
        }
        standing.keySet().removeAll(answered());
        return new TreeSet<>(standing.values());
    }

    List<@Nullable Object[]> rows() {
        return rows;
    }

    static int at(String column) {
        return Tables.ALERTS.position(column);
    }
}
