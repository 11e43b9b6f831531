// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Intervals against R: {@code poisson.test} and {@code prop.test}. */
class IntervalFixturesTest {
    @Test
    void garwoodEqualsPoissonTest() throws IOException {
        for (double[] row : fixture("garwood.csv")) {
            PoissonRate rate = new PoissonRate((long) row[0], row[1]);
            assertClose(rate.value(), row[3], 1e-12);
            assertClose(rate.interval(row[2]), row[4], row[5], 1e-9);
        }
    }

    @Test
    void wilsonEqualsPropTest() throws IOException {
        for (double[] row : fixture("proportion.csv")) {
            Share share = new Share((long) row[0], (long) row[1]);
            assertClose(share.value(), row[3], 1e-12);
            assertClose(share.interval(row[2]), row[4], row[5], 1e-9);
        }
    }

    @Test
    void rateRatioEqualsTwoSamplePoissonTest() throws IOException {
        for (double[] row : fixture("rate_ratio.csv")) {
            RateRatio ratio =
                    new RateRatio(new PoissonRate((long) row[0], row[1]), new PoissonRate((long) row[2], row[3]));
            assertClose(ratio.value(), row[4], 1e-12);
            assertClose(ratio.interval(0.95), row[5], row[6], 1e-9);
            assertClose(ratio.chanceOfGreater(), row[8], 1e-7);
        }
    }

    private static void assertClose(Interval interval, double lower, double upper, double relative) {
        assertClose(interval.lower(), lower, relative);
        assertClose(interval.upper(), upper, relative);
    }

    private static void assertClose(double actual, double expected, double relative) {
        if (Double.isInfinite(expected)) {
            assertThat(actual).isEqualTo(expected);
        } else {
            assertThat(actual).isCloseTo(expected, Offset.offset(relative * Math.max(1e-3, Math.abs(expected))));
        }
    }

    private static List<double[]> fixture(String name) throws IOException {
        Path file = Path.of("..", "..", "shared", "fixtures", "intervals", name);
        assumeTrue(Files.exists(file), "the reference values in ../shared are absent");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.replace("\"", "").replace("Inf", "Infinity").split(","))
                .map(cells -> java.util.Arrays.stream(cells)
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }
}
