// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.Repair;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is planted can be seen in the events alone. */
class TruthTest {
    private static final int EVER = 2_000;

    @ParameterizedTest
    @CsvSource({"1, 50000", "2, 50000", "3, 50000"})
    void plantedFaultsShowInTheEvents(long seed, long events) {
        Simulation simulation = Simulation.of(seed, events);
        Truth truth = simulation.truth();
        Incidence incidence = new Incidence(simulation);
        badLotShows(truth.badLot(), incidence, "seed " + seed);
        designFaultShows(truth.designFault(), incidence, "seed " + seed);
        winterShows(truth.seasonalPart(), incidence, "seed " + seed);
        complainersRepeat(truth.repeatingComplainers(), incidence, "seed " + seed);
    }

    private static void badLotShows(Truth.BadLot bad, Incidence incidence, String seed) {
        double bad1 =
                incidence.rate(unit -> bad.lot().equals(unit.lots.get(bad.component())), bad.component(), 0, EVER);
        double others = incidence.rate(
                unit -> unit.model.equals(bad.productModel()) && !bad.lot().equals(unit.lots.get(bad.component())),
                bad.component(),
                0,
                EVER);
        assertThat(bad1 / others).as(seed + " lot " + bad).isBetween(2.5, 12.0);
        int months = incidence.count(
                unit -> unit.model.equals(bad.productModel())
                        && unit.produced.compareTo(bad.producedFrom().toString()) >= 0
                        && unit.produced.compareTo(bad.producedUntil().toString()) <= 0,
                bad.component(),
                0,
                EVER);
        assertThat(months).as(seed + " failures of the bad months").isGreaterThan(15);
    }

    private static void designFaultShows(Truth.DesignFault fault, Incidence incidence, String seed) {
        double young = incidence.rate(unit -> unit.model.equals(fault.productModel()), fault.component(), 0, 180);
        double worn = incidence.rate(unit -> unit.model.equals(fault.productModel()), fault.component(), 360, EVER);
        double before = incidence.rate(unit -> unit.model.equals(fault.predecessor()), fault.component(), 360, EVER);
        assertThat(worn / young).as(seed + " wear " + fault).isGreaterThan(2);
        assertThat(worn / before).as(seed + " against predecessor").isGreaterThan(3);
    }

    private static void winterShows(Truth.SeasonalPart part, Incidence incidence, String seed) {
        int winter = 0;
        int summer = 0;
        for (Repair failure : incidence.failures) {
            if (part.productModels().contains(failure.productModel())
                    && failure.faults().get(0).component().equals(part.component())) {
                // One winter against the summers before and after it: as many units in the field.
                String month = failure.failedOn().toString().substring(0, 7);
                winter += List.of("2025-12", "2026-01", "2026-02").contains(month) ? 2 : 0;
                summer += month.matches("202[56]-0[678]") ? 1 : 0;
            }
        }
        assertThat((double) winter / summer).as(seed + " winter " + part).isGreaterThan(2);
    }

    private static void complainersRepeat(List<Truth.RepeatingComplainer> planted, Incidence incidence, String seed) {
        Map<String, Integer> counts = new HashMap<>();
        incidence.complaints.forEach(complaint -> counts.merge(complaint.customerId(), 1, Integer::sum));
        assertThat(planted).hasSize(3);
        for (Truth.RepeatingComplainer complainer : planted) {
            assertThat(counts.get(complainer.customerId())).as(seed).isGreaterThanOrEqualTo(4);
        }
    }

    @Test
    void anotherSeedPlantsOtherFaults() {
        Set<String> lots = new HashSet<>();
        Set<String> faults = new HashSet<>();
        Set<String> seasons = new HashSet<>();
        for (long seed = 1; seed <= 12; seed++) {
            Truth truth = Simulation.of(seed, 100).truth();
            lots.add(truth.badLot().lot());
            faults.add(truth.designFault().productModel() + truth.designFault().component());
            seasons.add(truth.seasonalPart().component());
        }
        assertThat(lots).hasSizeGreaterThan(6);
        assertThat(faults).hasSizeGreaterThan(4);
        assertThat(seasons).hasSizeGreaterThan(3);
    }

    @Test
    void plantedFaultsAreOfThreeLines() {
        for (long seed = 1; seed <= 20; seed++) {
            Truth truth = Simulation.of(seed, 100).truth();
            assertThat(truth.seasonalPart().productModels())
                    .doesNotContain(
                            truth.badLot().productModel(), truth.designFault().productModel());
        }
    }

    @Test
    void truthIsJsonOfFixedOrder() {
        String json = Simulation.of(1, 1_000).truth().toJson();
        assertThat(json)
                .startsWith("{\n  \"seed\" : 1,\n  \"events\" : 1000,\n")
                .endsWith("}\n");
        assertThat(json).isEqualTo(Simulation.of(1, 1_000).truth().toJson());
    }
}
