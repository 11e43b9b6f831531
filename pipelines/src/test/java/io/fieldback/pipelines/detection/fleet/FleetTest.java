// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.LotExposure;
import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FleetTest {
    private static final long SEED = Long.getLong("fieldback.seed", 20261122);
    private static final FleetOptions SMALL = FleetOptions.standard(SEED).sized(new FleetOptions.Size(1, 4, 9, 2, 0.6));

    @Test
    void aSeedGivesTheSameFleetAgain() {
        System.out.println("fleet of seed " + SEED);
        Fleet fleet = Fleet.of(SMALL);
        Fleet again = Fleet.of(SMALL);

        assertThat(fleet.occurrences().equals(again.occurrences())).isTrue();
        assertThat(fleet.units().equals(again.units())).isTrue();
        assertThat(fleet.lots().equals(again.lots())).isTrue();
        assertThat(fleet.occurrences()).isSortedAccordingTo((a, b) -> Integer.compare(a.knownOn(), b.knownOn()));
    }

    @Test
    void nothingIsKnownBeforeItHappenedNorAfterTheEnd() {
        assertThat(Fleet.of(SMALL).occurrences())
                .noneMatch(row -> row.knownOn() < row.eventOn() || row.knownOn() >= SMALL.end());
    }

    @Test
    void correctionsTakeBackOnlyWhatWasThere() {
        long sum = 0;
        long taken = 0;
        for (Occurrence row : Fleet.of(SMALL).occurrences()) {
            sum += row.count();
            taken += row.count() < 0 ? 1 : 0;
        }
        assertThat(taken).isPositive();
        assertThat(sum).isGreaterThan(50 * taken);
    }

    @Test
    void lotsHoldTheUnitsOfTheirModels() {
        Fleet fleet = Fleet.of(SMALL);
        long units = 0;
        for (Exposure row : fleet.units()) {
            units += "L1-M1".equals(row.productModel()) ? row.units() : 0;
        }
        long inLots = 0;
        for (LotExposure row : fleet.lots()) {
            inLots += row.productModel().equals("L1-M1") && row.component().equals("K01") ? row.units() : 0;
        }
        assertThat(inLots).isCloseTo(units, withinPercentage(0.1));
    }

    @Test
    void everyKindOfFaultIsPlantedAndItsOnsetIsItsFirstFailure() {
        Fleet without = Fleet.of(SMALL);
        Fleet with = Fleet.of(SMALL.planted(1));
        Set<Fault.Kind> kinds = new HashSet<>();
        int added = 0;
        for (Fault fault : with.faults()) {
            kinds.add(fault.kind());
            added += fault.failures();
            assertThat(fault.onset()).isBetween(fault.from(), fault.to());
        }
        assertThat(kinds).containsExactlyInAnyOrder(Fault.Kind.values());
        assertThat(repairs(with) - repairs(without)).isBetween(added * 9L / 10, (long) added);
    }

    @Test
    void disturbancesLeaveAloneWhatTheyDoNotTouch() {
        Fleet plain = Fleet.of(SMALL);
        Fleet recalled = Fleet.of(SMALL.with(Disturbance.RECALL));
        Fleet claimed = Fleet.of(SMALL.with(Disturbance.OVER_CLAIM));
        Fleet silent = Fleet.of(SMALL.with(Disturbance.SILENT_SOURCE));

        assertThat(new HashSet<>(recalled.occurrences()).containsAll(plain.occurrences()))
                .as("a recall adds")
                .isTrue();
        assertThat(elsewhere(claimed)).isEqualTo(elsewhere(plain));
        assertThat(repairs(silent)).isEqualTo(repairs(plain));
    }

    private static List<Occurrence> elsewhere(Fleet fleet) {
        return fleet.occurrences().stream()
                .filter(row -> !Objects.requireNonNull(row.siteId()).startsWith("R1-"))
                .toList();
    }

    private static long repairs(Fleet fleet) {
        return fleet.occurrences().stream()
                .filter(row -> row.measure() == Measure.INCIDENT)
                .mapToLong(Occurrence::count)
                .sum();
    }
}
