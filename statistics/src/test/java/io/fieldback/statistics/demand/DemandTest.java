// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DemandTest {
    private static final long SEED = 4005;

    @Test
    void reorderPointIsTheBookValue() {
        LeadTimeDemand demand = LeadTimeDemand.poisson(7, 2);
        assertThat(demand.reorderPoint(0.95)).isEqualTo(20);
        assertThat(demand.safetyStock(0.95)).isCloseTo(6, within(1e-12));
    }

    @Test
    void uncertainLeadTimesNeedMoreStock() {
        LeadTimeDemand certain = LeadTimeDemand.of(3, 5, 4, 0);
        LeadTimeDemand uncertain = LeadTimeDemand.of(3, 5, 4, 2);
        assertThat(certain.variance()).isEqualTo(20);
        assertThat(uncertain.variance()).isEqualTo(38);
        assertThat(uncertain.reorderPoint(0.95)).isGreaterThan(certain.reorderPoint(0.95));
    }

    @Test
    void forecastsScaleWithQuantities() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            IntermittentDemand demand = drawn(random);
            IntermittentDemand tenfold = new IntermittentDemand(
                    Arrays.stream(demand.quantities()).map(q -> 10 * q).toArray());
            Croston croston = new Croston(CrostonVariant.SBA, 0.1, 0.2, StartingValues.MEAN);
            Tsb tsb = new Tsb(0.1, 0.2, StartingValues.MEAN);
            double rate = croston.forecast(demand).rate();
            assertThat(croston.forecast(tenfold).rate()).isCloseTo(10 * rate, within(1e-9));
            assertThat(tsb.forecast(tenfold).rate())
                    .isCloseTo(10 * tsb.forecast(demand).rate(), within(1e-9));
            assertThat(tenfold.sizeVariation()).isCloseTo(demand.sizeVariation(), within(1e-12));
            double plain = new Croston(CrostonVariant.CROSTON, 0.1, 0.2, StartingValues.MEAN)
                    .forecast(demand)
                    .rate();
            double sbj = new Croston(CrostonVariant.SBJ, 0.1, 0.2, StartingValues.MEAN)
                    .forecast(demand)
                    .rate();
            assertThat(sbj).isLessThan(rate);
            assertThat(rate).isCloseTo(0.9 * plain, within(1e-12));
        }
    }

    @Test
    void onlyTsbNoticesAPartNobodyAsksForAnyMore() {
        double[] quantities = new double[60];
        for (int t = 0; t < 20; t += 2) {
            quantities[t] = 3;
        }
        IntermittentDemand demand = new IntermittentDemand(quantities);
        assertThat(new Tsb(0.1, 0.1, StartingValues.MEAN).forecast(demand).rate())
                .isLessThan(0.1);
        assertThat(new Croston(CrostonVariant.CROSTON, 0.1, 0.1, StartingValues.MEAN)
                        .forecast(demand)
                        .rate())
                .isGreaterThan(1);
    }

    @Test
    void regularDemandIsForecastAsItIs() {
        IntermittentDemand demand = new IntermittentDemand(new double[] {0, 0, 6, 0, 0, 6, 0, 0, 6});
        DemandForecast forecast = new Croston(CrostonVariant.CROSTON, 0.1, 0.1, StartingValues.NAIVE).forecast(demand);
        assertThat(forecast.rate()).isCloseTo(2, within(1e-12));
        assertThat(forecast.interval()).isCloseTo(3, within(1e-12));
        assertThat(demand.sizeVariation()).isZero();
        assertThat(demand.demandClass()).isEqualTo(DemandClass.INTERMITTENT);
        assertThat(forecast.inSample()[2]).isNaN();
        assertThat(forecast.inSample()[3]).isCloseTo(2, within(1e-12));
    }

    @Test
    void aSingleDemandIsNoSeries() {
        assertThatThrownBy(() -> new IntermittentDemand(new double[] {0, 3, 0}))
                .hasMessage("Cannot form demand of 3 periods with 1 demands: at least two are needed");
        assertThatThrownBy(() -> new IntermittentDemand(new double[] {0, -3}))
                .hasMessage("Cannot form demand with quantity -3.0: it must not be negative nor infinite");
        assertThatThrownBy(() -> new Tsb(2, 0, StartingValues.MEAN))
                .hasMessage("Cannot smooth demand with 2.0 and 0.0: both must lie between 0 and 1");
    }

    private static IntermittentDemand drawn(Random random) {
        double[] quantities = new double[50];
        for (int t = 0; t < 50; t++) {
            quantities[t] = random.nextInt(4) == 0 ? 1 + random.nextInt(9) : 0;
        }
        quantities[3] = 2;
        quantities[7] = 1;
        return new IntermittentDemand(quantities);
    }
}
