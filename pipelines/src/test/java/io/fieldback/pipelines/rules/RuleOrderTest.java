// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.rules.RandomCases.Sighted;
import io.fieldback.pipelines.rules.RuleFact.Demand;
import io.fieldback.schemas.event.EventType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the table of alerts follows from what is known, whatever the order, the duplicates and restarts. */
class RuleOrderTest {
    private static final RuleSettings RULES = RuleSettings.STANDARD;

    @ParameterizedTest
    @ValueSource(ints = {3, 12, 40})
    void allOrdersLeaveTheSameChangesStanding(int units) throws Exception {
        for (long seed = 0; seed < 60; seed++) {
            List<Sighted> contents = new RandomCases(seed, units).contents(4 + (int) (seed % 60));
            Set<String> once = new AlertLog(RULES).take(contents).standing();
            for (int order = 0; order < 4; order++) {
                Random random = new Random(1000 * seed + order);
                List<Sighted> shuffled = new ArrayList<>(contents);
                shuffled.addAll(contents.subList(0, contents.size() / 3));
                Collections.shuffle(shuffled, random);
                int half = random.nextInt(shuffled.size());
                AlertLog log = new AlertLog(RULES).take(shuffled.subList(0, half));
                if (order % 2 == 1) {
                    log.restart(random);
                }
                log.take(shuffled.subList(half, shuffled.size()));
                assertThat(log.standing()).as("seed %d, order %d", seed, order).isEqualTo(once);
                assertNamedOnceAndTakenBackOnce(log.rows());
            }
        }
    }

    private static void assertNamedOnceAndTakenBackOnce(List<@Nullable Object[]> rows) {
        Set<String> named = new HashSet<>();
        Set<String> takenBack = new HashSet<>();
        for (Object[] row : rows) {
            assertThat(named.add((String) row[AlertLog.at("change_id")])).isTrue();
            String answers = (String) row[AlertLog.at("answers")];
            if (answers != null) {
                assertThat(named).contains(answers);
                assertThat(takenBack.add(answers)).isTrue();
            }
        }
    }

    @Test
    void theRepeatsAreThoseThatCountingFromTheNewestContentsFinds() throws Exception {
        for (long seed = 0; seed < 150; seed++) {
            List<Sighted> contents = new RandomCases(seed, 4)
                    .contents(3 + (int) (seed % 30)).stream()
                            .filter(each -> each.content().type() == EventType.COMPLAINT)
                            .toList();
            Set<String> raised = new TreeSet<>();
            for (String change : new AlertLog(RULES).take(contents).standing()) {
                if (!change.contains("/S")) {
                    raised.add(change.substring(change.lastIndexOf(' ') + 1));
                }
            }
            assertThat(raised).as("seed %d", seed).containsAll(recount(contents));
            assertThat(raised.size() - recount(contents).size())
                    .as("alerts of safety, seed %d", seed)
                    .isLessThanOrEqualTo((int) contents.stream()
                            .filter(each -> each.facts().ofCase() != null)
                            .count());
        }
    }

    /** Complaints of which an earlier one of the same customer and symptom is at most 90 days away. */
    private static Set<String> recount(List<Sighted> contents) {
        Map<String, Sighted> newest = new HashMap<>();
        for (Sighted each : contents) {
            newest.merge(
                    each.content().id(),
                    each,
                    (one, other) -> one.content().revision() > other.content().revision() ? one : other);
        }
        Set<String> repeats = new TreeSet<>();
        for (Sighted later : newest.values()) {
            for (Sighted earlier : newest.values()) {
                Demand one = earlier.demand();
                Demand two = later.demand();
                if (one != null
                        && two != null
                        && before(earlier, later)
                        && one.identity().equals(two.identity())
                        && one.group().equals(two.group())
                        && two.about().day() - one.about().day() <= 90) {
                    repeats.add(later.content().caseName());
                }
            }
        }
        return repeats;
    }

    private static boolean before(Sighted earlier, Sighted later) {
        int apart = Integer.compare(
                earlier.demand().about().day(), later.demand().about().day());
        return apart < 0
                || (apart == 0
                        && earlier.content().id().compareTo(later.content().id()) < 0);
    }
}
