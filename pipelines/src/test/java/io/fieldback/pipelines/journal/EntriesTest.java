// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.ledgers.FailureCell;
import io.fieldback.pipelines.ledgers.Measures;
import io.fieldback.pipelines.ledgers.Posting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
    private static final int HISTORIES = 25_000;

    /** 4 seeds of 25,000 histories; each is entered in all orders of up to four sightings, in ten of more. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_260_101, 77, 4_242})
    void anyOrderEntersTheSame(long seed) {
        RandomHistories histories = new RandomHistories(seed);
        Random shuffles = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            List<Version> sightings = histories.sightings();
            Outcome first = enter(sightings);
            for (List<Version> order : orders(sightings, shuffles)) {
                Outcome other = enter(order);
                if (!other.equals(first)) {
                    assertThat(other).as("history %d in order %s", i, order).isEqualTo(first);
                }
            }
            assertThat(first.ledger()).isEqualTo(Entries.of(first.history()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 9})
    void theSumUpToADayIsWhatTheNewestContentOfThatDayPosts(long seed) {
        RandomHistories histories = new RandomHistories(seed);
        for (int i = 0; i < HISTORIES; i++) {
            CaseHistory history = CaseHistory.EMPTY;
            for (Version sighting : histories.sightings()) {
                history = history.with(sighting);
            }
            Map<Entries.Key, Measures> entries = Entries.of(history.versions());
            for (int day = 19_999; day <= 20_006; day++) {
                Map<FailureCell, Measures> expected = new HashMap<>();
                Version newest = Entries.newestOn(history.versions(), day);
                if (newest != null) {
                    for (Posting posting : newest.postings()) {
                        expected.merge(posting.cell(), posting.measures(), Measures::plus);
                    }
                }
                expected.values().removeIf(Measures.ZERO::equals);
                Map<FailureCell, Measures> sums = sumUpTo(entries, day);
                if (!sums.equals(expected)) {
                    assertThat(sums).as("history %d on %d", i, day).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    void aContentStaysNewestUntilTheDayAGreaterOneIsKnown() {
        Version first = version("a", 1L, 10);
        Version second = version("b", 2L, 30);
        Version third = version("c", 3L, 20);
        assertThat(Entries.superseded(List.of(first, second, third)))
                .containsExactlyInAnyOrder(
                        new Entries.Superseded(first.contentHash(), 20),
                        new Entries.Superseded(second.contentHash(), 20));
    }

    @Test
    void bytesKeepTheHistory() throws Exception {
        RandomHistories histories = new RandomHistories(5);
        for (int i = 0; i < 2_000; i++) {
            CaseHistory history = CaseHistory.EMPTY;
            for (Version sighting : histories.sightings()) {
                history = history.with(sighting);
            }
            assertThat(CaseBytes.read(CaseBytes.write(history))).isEqualTo(history);
        }
    }

    /** What an operator would have written after these sightings. */
    private record Outcome(
            java.util.Set<Version> history,
            Map<Entries.Key, Measures> ledger,
            Map<Entries.Superseded, Integer> superseded) {}

    private static Outcome enter(List<Version> sightings) {
        CaseHistory history = CaseHistory.EMPTY;
        Map<Entries.Key, Measures> ledger = new HashMap<>();
        Map<Entries.Superseded, Integer> superseded = new HashMap<>();
        Map<Entries.Key, Measures> before = Map.of();
        List<Entries.Superseded> stated = List.of();
        for (Version sighting : sightings) {
            CaseHistory after = history.with(sighting);
            if (after.equals(history)) {
                continue;
            }
            Map<Entries.Key, Measures> entries = Entries.of(after.versions());
            Entries.difference(entries, before).forEach((key, measures) -> ledger.merge(key, measures, Measures::plus));
            List<Entries.Superseded> now = Entries.superseded(after.versions());
            now.forEach(each -> superseded.merge(each, 1, Integer::sum));
            stated.forEach(each -> superseded.merge(each, -1, Integer::sum));
            history = after;
            before = entries;
            stated = now;
        }
        ledger.values().removeIf(Measures.ZERO::equals);
        superseded.values().removeIf(sum -> sum == 0);
        return new Outcome(java.util.Set.copyOf(history.versions()), ledger, superseded);
    }

    private static List<List<Version>> orders(List<Version> sightings, Random shuffles) {
        if (sightings.size() <= 4) {
            List<List<Version>> all = new ArrayList<>();
            permute(new ArrayList<>(sightings), 0, all);
            return all;
        }
        List<List<Version>> some = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            List<Version> order = new ArrayList<>(sightings);
            Collections.shuffle(order, shuffles);
            some.add(order);
        }
        return some;
    }

    private static void permute(List<Version> order, int from, List<List<Version>> all) {
        if (from == order.size()) {
            all.add(List.copyOf(order));
            return;
        }
        for (int i = from; i < order.size(); i++) {
            Collections.swap(order, from, i);
            permute(order, from + 1, all);
            Collections.swap(order, from, i);
        }
    }

    private static Map<FailureCell, Measures> sumUpTo(Map<Entries.Key, Measures> entries, int day) {
        Map<FailureCell, Measures> sums = new HashMap<>();
        entries.forEach((key, measures) -> {
            if (key.knownOn() <= day) {
                sums.merge(key.cell(), measures, Measures::plus);
            }
        });
        sums.values().removeIf(Measures.ZERO::equals);
        return sums;
    }

    private static Version version(String hash, Long revision, int knownOn) {
        return new Version(hash.repeat(32), false, revision, null, null, knownOn, false, List.of());
    }
}
