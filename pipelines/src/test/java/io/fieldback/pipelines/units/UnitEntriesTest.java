// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.units.CountedLedger.Known;
import io.fieldback.schemas.event.EventType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitEntriesTest {
    private static final int HISTORIES = 3_000;
    private static final int ORDERS = 5;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_261_122, 4_242})
    void anyOrderEntersTheSame(long seed) throws Exception {
        RandomUnits units = new RandomUnits(seed);
        Random shuffles = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            List<UnitContent> sightings = new ArrayList<>(units.sightings());
            CountedLedger all = new CountedLedger();
            UnitEntries.of(history(sightings), all);
            for (int order = 0; order < ORDERS; order++) {
                assertThat(entered(sightings))
                        .as("history %d: %s", i, sightings)
                        .isEqualTo(all);
                Collections.shuffle(sightings, shuffles);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {3, 9})
    void theSumUpToADayIsWhatStandsOnThatDay(long seed) {
        RandomUnits units = new RandomUnits(seed);
        for (int i = 0; i < HISTORIES; i++) {
            UnitHistory history = history(units.sightings());
            for (int day = 19_999; day <= 20_006; day++) {
                CountedLedger sums = new CountedLedger();
                UnitEntries.of(history, sums.upTo(day));
                CountedLedger standing = new CountedLedger();
                UnitCells.enter(newest(history, day), 0, 1, standing);
                if (!sums.equals(standing)) {
                    assertThat(sums).as("history %d on %d: %s", i, day, history).isEqualTo(standing);
                }
            }
        }
    }

    @Test
    void anInstallationThatComesLateMovesTheUnitAndItsFailures() {
        int january = day("2026-01-10");
        UnitContent sold = content(
                EventType.UNIT,
                january,
                new UnitFact.Registered("M", "north", day("2025-11-03"), day("2026-01-05"), null));
        UnitContent repaired = content(
                EventType.REPAIR,
                day("2026-03-02"),
                new UnitFact.Failed(
                        false, day("2026-03-01"), "other", List.of(new UnitFact.Line("valve", "leak", 700))));
        UnitContent installed = content(
                EventType.INSTALLATION,
                day("2026-05-04"),
                new UnitFact.Installed(null, "south", null, day("2026-02-20")));
        CountedLedger ledger = new CountedLedger();
        UnitEntries.of(history(List.of(sold, repaired, installed)), ledger);
        int made = month(2025, 11);
        ExposureCell north = new ExposureCell("M", made, month(2026, 1), null, null, "north");
        ExposureCell south = new ExposureCell("M", made, month(2026, 2), null, null, "south");
        assertThat(ledger.units())
                .isEqualTo(Map.of(
                        new Known<>(north, january), 1L,
                        new Known<>(north, installed.knownOn()), -1L,
                        new Known<>(south, installed.knownOn()), 1L));
        CohortMeasures first = new CohortMeasures(1, 1, 1, 1, 1, 700);
        CohortCell second = new CohortCell("M", "valve", made, month(2026, 1), 2, true);
        CohortCell young = new CohortCell("M", "valve", made, month(2026, 2), 1, true);
        assertThat(ledger.failures())
                .isEqualTo(Map.of(
                        new Known<>(second, repaired.knownOn()), first,
                        new Known<>(second, installed.knownOn()), first.negated(),
                        new Known<>(young, installed.knownOn()), first));
    }

    @Test
    void aReturnWithinThirtyDaysOfARepairIsTheSameFailureAndItsCreditIsCost() {
        List<UnitFact.Line> line = List.of(new UnitFact.Line("valve", null, 50));
        for (int distance : new int[] {-31, -30, 30, 31}) {
            CountedLedger ledger = new CountedLedger();
            UnitEntries.of(
                    history(List.of(
                            content(EventType.REPAIR, 20_500, new UnitFact.Failed(false, 20_400, "M", line)),
                            content(
                                    EventType.RETURN,
                                    20_500,
                                    new UnitFact.Failed(true, 20_400 + distance, "M", line)))),
                    ledger);
            CohortCell cell = new CohortCell("M", "valve", null, null, null, false);
            boolean apart = Math.abs(distance) > 30;
            assertThat(ledger.failures())
                    .isEqualTo(Map.of(
                            new Known<>(cell, 20_500),
                            apart ? new CohortMeasures(2, 2, 1, 1, 1, 100) : new CohortMeasures(1, 1, 1, 1, 1, 100)));
        }
    }

    @Test
    void aRepairOfSeveralComponentsIsOneFailureAndAnIncidentOfEach() {
        UnitFact.Failed failed = new UnitFact.Failed(
                false,
                20_400,
                "M",
                List.of(
                        new UnitFact.Line("valve", "leak", 10),
                        new UnitFact.Line("fan", "noise", 20),
                        new UnitFact.Line("fan", "heat", 30),
                        new UnitFact.Line("fan", "noise", 40)));
        CountedLedger ledger = new CountedLedger();
        UnitEntries.of(history(List.of(content(EventType.REPAIR, 20_500, failed))), ledger);
        assertThat(ledger.failures())
                .isEqualTo(Map.of(
                        new Known<>(new CohortCell("M", "valve", null, null, null, false), 20_500),
                        new CohortMeasures(1, 1, 1, 1, 1, 10),
                        new Known<>(new CohortCell("M", "fan", null, null, null, false), 20_500),
                        new CohortMeasures(0, 1, 0, 1, 2, 90)));
    }

    /** 0, "unknown" and the like: whatever the order, it ends on the day on which too many are known. */
    @Test
    void aSerialNumberThatTooManyNameIsNoUnitFromThatDayOn() throws Exception {
        List<UnitContent> contents = new ArrayList<>();
        int many = UnitHistory.MAX_CONTENTS + 200;
        contents.add(content(EventType.UNIT, 20_000, new UnitFact.Registered("M", "R", null, null, null)));
        for (int i = 1; i < many; i++) {
            contents.add(new UnitContent(
                    EventType.REPAIR,
                    "R-" + i,
                    "%032x".formatted(i),
                    false,
                    null,
                    null,
                    20_000 + 4 * i / many,
                    List.of(new UnitFact.Reported("M", null, 20_000))));
        }
        CountedLedger inOrder = entered(contents);
        assertThat(inOrder.units()).hasSize(2);
        CountedLedger today = new CountedLedger();
        UnitEntries.of(history(contents), today.upTo(30_000));
        assertThat(today).isEqualTo(new CountedLedger());
        CountedLedger before = new CountedLedger();
        UnitEntries.of(history(contents), before.upTo(20_002));
        assertThat(before.units()).hasSize(1);
        Collections.shuffle(contents, new Random(7));
        assertThat(entered(contents)).isEqualTo(inOrder);
        assertThat(history(contents).crowdedOn()).isEqualTo(20_003);
        assertThat(UnitBytes.crowded(UnitBytes.write(history(contents)), 20_003))
                .isTrue();
        assertThat(UnitBytes.crowded(UnitBytes.write(history(contents)), 20_002))
                .isFalse();
    }

    @Test
    void bytesKeepTheHistoryAndAnOrdinaryUnitIsSmall() throws Exception {
        RandomUnits units = new RandomUnits(5);
        for (int i = 0; i < HISTORIES; i++) {
            UnitHistory history = history(units.sightings());
            assertThat(UnitBytes.read(UnitBytes.write(history))).isEqualTo(history);
            UnitHistory crowded = new UnitHistory(history.contents(), 20_000 + i);
            assertThat(UnitBytes.read(UnitBytes.write(crowded))).isEqualTo(crowded);
            UnitContent only = history.contents().get(0);
            assertThat(UnitBytes.write(only)).isEqualTo(UnitBytes.write(new UnitHistory(List.of(only), null)));
            assertThat(UnitBytes.content(UnitBytes.write(only))).isEqualTo(only);
        }
        UnitContent registered = new UnitContent(
                EventType.UNIT,
                "KF72-2503-0417",
                "00112233445566778899aabbccddeeff",
                false,
                1L,
                java.time.Instant.parse("2026-03-04T09:15:30Z"),
                20_516,
                List.of(new UnitFact.Registered("KF-72", "south-west", 20_400, 20_500, 20_510)));
        assertThat(UnitBytes.write(registered)).hasSizeLessThanOrEqualTo(70);
    }

    /** What an operator would have written after these sightings, with state as bytes. */
    private static CountedLedger entered(List<UnitContent> sightings) throws Exception {
        CountedLedger ledger = new CountedLedger();
        UnitHistory before = UnitHistory.EMPTY;
        for (UnitContent sighting : sightings) {
            UnitHistory after = before.with(sighting);
            if (before.equals(UnitHistory.EMPTY)) {
                UnitEntries.ofOnly(sighting, ledger);
            } else if (!after.equals(before)) {
                // The journal tells what it knows of the content by then, which is the earliest of all its sightings.
                int from = after.contents().stream()
                        .filter(content -> content.contentHash().equals(sighting.contentHash()))
                        .mapToInt(UnitContent::knownOn)
                        .findFirst()
                        .orElse(sighting.knownOn());
                UnitEntries.difference(after, before, from, ledger);
            }
            before = after;
        }
        return ledger;
    }

    private static UnitHistory history(List<UnitContent> sightings) {
        UnitHistory history = UnitHistory.EMPTY;
        for (UnitContent sighting : sightings) {
            history = history.with(sighting);
        }
        return history;
    }

    /** The definition: of each case the greatest content known by the end of a day. */
    private static List<UnitContent> newest(UnitHistory history, int day) {
        Map<String, UnitContent> newest = new HashMap<>();
        history.contents().stream()
                .filter(content -> content.knownOn() <= day)
                .sorted(Comparator.naturalOrder())
                .forEach(content -> newest.put(content.type() + content.id(), content));
        return List.copyOf(newest.values());
    }

    private static UnitContent content(EventType type, int knownOn, UnitFact... facts) {
        return new UnitContent(
                type, "1", "%032x".formatted(type.ordinal()), false, null, null, knownOn, List.of(facts));
    }

    private static int day(String day) {
        return (int) LocalDate.parse(day).toEpochDay();
    }

    private static int month(int year, int month) {
        return 12 * (year - 1970) + month - 1;
    }
}
