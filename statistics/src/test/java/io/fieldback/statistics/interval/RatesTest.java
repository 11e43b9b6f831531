// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {
    @Test
    void afrIsFailuresFor100UnitYears() {
        AnnualisedFailureRate rate = AnnualisedFailureRate.ofUnitDays(18, 365.25 * 600);
        assertThat(rate.percent()).isCloseTo(3, within(1e-12));
        assertThat(rate.interval(0.95).lower()).isCloseTo(10.66794 / 6, within(1e-5));
        assertThat(rate.interval(0.95).upper()).isCloseTo(28.44776 / 6, within(1e-5));
        assertThat(rate.chanceWithinYear()).isCloseTo(1 - Math.exp(-0.03), within(1e-15));
    }

    @Test
    void afrNeedsExposure() {
        assertThatThrownBy(() -> new AnnualisedFailureRate(3, 0))
                .hasMessage("Cannot compute annualised failure rate of 3 failures in 0.0 unit-years: failures must not"
                        + " be negative and exposure must be positive");
    }

    @Test
    void ppmIsPartsInAMillionWithAnExactInterval() {
        PartsPerMillion ppm = new PartsPerMillion(3, 4000);
        assertThat(ppm.value()).isCloseTo(750, within(1e-9));
        assertThat(ppm.interval(0.99).lower()).isCloseTo(84.483401910326184, within(1e-7));
        assertThat(ppm.interval(0.99).upper()).isCloseTo(2741.6340792836376, within(1e-6));
    }

    @Test
    void noPartsShippedAreNoPpm() {
        assertThatThrownBy(() -> new PartsPerMillion(0, 0))
                .hasMessage("Cannot compute PPM of 0 defective parts in 0 shipped: it must lie between 0 and 1000000");
    }

    @Test
    void equalRatesDifferByChance() {
        RateRatio same = new RateRatio(new PoissonRate(10, 100), new PoissonRate(10, 100));
        assertThat(same.chanceOfDifference()).isEqualTo(1);
        RateRatio none = new RateRatio(new PoissonRate(0, 100), new PoissonRate(0, 100));
        assertThat(none.chanceOfDifference()).isEqualTo(1);
    }

    @Test
    void lagCorrectionIsTheBookValue() {
        ReportingLag lag = new ReportingLag(List.of(0.5, 0.8, 0.95, 1.0));
        List<ReportingLag.Corrected> corrected = lag.corrected(new long[] {20, 24, 30, 10}, 0.95);
        assertThat(corrected.get(0).value()).isEqualTo(20);
        assertThat(corrected.get(1).value()).isCloseTo(25.263, within(5e-4));
        assertThat(corrected.get(2).value()).isCloseTo(37.5, within(1e-12));
        assertThat(corrected.get(3).value()).isCloseTo(20, within(1e-12));
        assertThat(corrected).allMatch(ReportingLag.Corrected::shown);
        assertThat(corrected.get(3).interval().upper())
                .isCloseTo(2 * new PoissonRate(10, 1).interval(0.95).upper(), within(1e-9));
    }

    @Test
    void aCountHardlyReportedIsNotShown() {
        ReportingLag lag = new ReportingLag(List.of(0.0, 0.4, 1.0));
        List<ReportingLag.Corrected> corrected = lag.corrected(new long[] {5, 2, 1}, 0.95);
        assertThat(corrected).extracting(ReportingLag.Corrected::shown).containsExactly(true, false, false);
        assertThat(corrected.get(2).value()).isNaN();
    }

    @Test
    void reverseHazardsUseYoungMonthsForTheLagsTheyHaveSeen() {
        long[][] triangle = {{50, 30, 20}, {50, 30, 0}, {70, 0, 0}};
        ReportingLag lag = ReportingLag.of(triangle, 2);
        // g(2) = 20 / 100 of the oldest month; g(1) = 60 / 160 of the two oldest.
        assertThat(lag.at(2)).isEqualTo(1);
        assertThat(lag.at(1)).isCloseTo(0.8, within(1e-12));
        assertThat(lag.at(0)).isCloseTo(0.8 * (1 - 60.0 / 160), within(1e-12));
        assertThat(lag.at(7)).isEqualTo(1);
    }

    @Test
    void aLagNobodyIsOldEnoughForIsRefused() {
        assertThatThrownBy(() -> ReportingLag.of(new long[][] {{1}}, 1))
                .hasMessage(
                        "Cannot estimate reporting lag up to 1 periods from 1 periods: at least one must be as old");
        assertThatThrownBy(() -> new ReportingLag(List.of(0.5, 0.4, 1.0)))
                .hasMessage("Cannot correct for reporting lag: completeness must rise from 0 to 1, it is"
                        + " [0.5, 0.4, 1.0]");
    }
}
