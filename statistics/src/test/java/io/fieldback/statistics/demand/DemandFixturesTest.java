// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forecasts of demand against R's {@code tsintermittent} and {@code forecast}. */
class DemandFixturesTest {
    static Stream<Fixture.Row> expected() {
        return Fixture.calls("demand/expected.csv");
    }

    @ParameterizedTest
    @MethodSource("expected")
    void forecastsEqualR(Fixture.Row call) {
        String method = call.text("method");
        IntermittentDemand demand = new IntermittentDemand(
                Fixture.present("demand/" + call.text("dataset") + ".csv").numbers("demand"));
        Agreement agreement = new Agreement("demand " + call);
        if (method.startsWith("class")) {
            agreement.check("interval", demand.meanInterval(), call.number("forecast"), 1e-12);
            agreement.check("variation", demand.sizeVariation(), call.number("z0"), 1e-12);
            assertThat(demand.demandClass())
                    .isEqualTo(call.number("z0") > 0.49 ? DemandClass.LUMPY : DemandClass.INTERMITTENT);
        } else {
            DemandForecast forecast = forecast(call, method).apply(demand);
            agreement.check("forecast", forecast.rate(), call.number("forecast"), 1e-12);
            if (method.startsWith("tsb")) {
                double last = forecast.inSample()[demand.periods() - 1];
                agreement.check("last", last, call.number("last_in_sample"), 1e-12);
            } else if (!method.startsWith("forecast")) {
                Fixture rates = Fixture.present("demand/"
                        + String.join(
                                "_",
                                call.text("dataset"),
                                method,
                                plain(call, "alpha_demand"),
                                plain(call, "alpha_interval"),
                                call.text("init"))
                        + ".csv");
                for (int t = 0; t < demand.periods(); t++) {
                    agreement.check("rate " + t, forecast.inSample()[t], rates.number(t, "in_sample_rate"), 1e-12);
                }
            }
        }
        agreement.report();
    }

    private static java.util.function.Function<IntermittentDemand, DemandForecast> forecast(
            Fixture.Row call, String method) {
        double size = call.number("alpha_demand");
        double interval = call.number("alpha_interval");
        if (method.startsWith("forecast")) {
            return new Croston(CrostonVariant.CROSTON, size, interval, StartingValues.NAIVE)::forecast;
        }
        StartingValues start =
                call.text("init").equals("mean") ? StartingValues.MEAN_OPTIMISED : StartingValues.NAIVE_OPTIMISED;
        if (method.startsWith("tsb")) {
            return new Tsb(size, interval, start)::forecast;
        }
        return new Croston(CrostonVariant.valueOf(method.toUpperCase(Locale.ROOT)), size, interval, start)::forecast;
    }

    private static String plain(Fixture.Row call, String column) {
        return new BigDecimal(call.number(column), new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
