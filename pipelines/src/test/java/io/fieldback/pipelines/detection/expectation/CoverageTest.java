// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import org.junit.jupiter.api.Test;

/** A region with a quarter of the units reports from June 2024 on; the other one always did. */
class CoverageTest {
    private static final int FIRST = Cases.day("2023-01-01");
    private static final int JOINS = Cases.day("2024-06-01");
    private static final int END = Cases.day("2024-12-31");

    @Test
    void unitsOfARegionThatDidNotReportYetAreNotCovered() {
        Known known = known(true);
        units(known, "R1", 300);
        units(known, "R2", 100);
        Coverage coverage = coverage(known);
        assertThat(coverage.of("P", Cases.day("2024-03-01"), Cases.day("2024-03-31")))
                .isCloseTo(0.75, within(1e-9));
        assertThat(coverage.of("P", JOINS - 1, JOINS)).isCloseTo(0.875, within(1e-9));
        assertThat(coverage.of("P", JOINS, END)).isEqualTo(1);
    }

    @Test
    void whereUnitsAreNotKnownTheRegionsCasesTell() {
        assertThat(coverage(known(true)).of("P", Cases.day("2024-03-01"), Cases.day("2024-03-31")))
                .isCloseTo(1.0 / 3, within(0.01));
    }

    @Test
    void newWordsForPlacesAreNoRegionsThatJoin() {
        Known known = known(false);
        for (int day = JOINS; day <= END; day++) {
            known.add(Cases.of(day, Measure.INCIDENT, 1, "C", "corner " + day));
        }
        assertThat(coverage(known).of("P", FIRST, FIRST + 6)).isEqualTo(1);
    }

    @Test
    void whereAllRegionsReportEverythingIsCovered() {
        Known known = known(false);
        units(known, "R1", 300);
        units(known, "R2", 100);
        assertThat(coverage(known).of("P", FIRST, FIRST + 6)).isEqualTo(1);
    }

    @Test
    void aRegionWhoseUnitsCameWithItCoversTheSameBefore() {
        Known known = known(true);
        units(known, "R1", 300);
        known.add(new Exposure(
                END, 100, Exposure.Basis.SERIAL, "P", Months.of(JOINS), Months.of(JOINS), Occurrence.UNKNOWN, "R2"));
        assertThat(coverage(known).of("P", Cases.day("2024-03-01"), Cases.day("2024-03-31")))
                .isEqualTo(1);
    }

    private static Coverage coverage(Known known) {
        known.close(END);
        return new Coverage(known, WatchRules.standard(), END);
    }

    /** A failure a day in the first region, two in the second since it joined. */
    private static Known known(boolean joins) {
        Known known = new Known(Reference.standard());
        for (int day = FIRST; day <= END; day++) {
            known.add(Cases.of(day, Measure.INCIDENT, 1, "C", "R1"));
            if (!joins || day >= JOINS) {
                known.add(Cases.of(day, Measure.INCIDENT, 2, "C", "R2"));
            }
        }
        return known;
    }

    private static void units(Known known, String region, long units) {
        int month = Months.of(FIRST);
        known.add(new Exposure(END, units, Exposure.Basis.SERIAL, "P", month, month, Occurrence.UNKNOWN, region));
    }
}
