// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.optimum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OptimumTest {
    @Test
    void rosenbrocksValleyIsFollowedToItsEnd() {
        double[] start = {-1.2, 1};
        assertThat(new Bfgs(500, 1e-14).least(OptimumTest::rosenbrock, start))
                .containsExactly(new double[] {1, 1}, within(1e-4));
        // R: optim(c(-1.2, 1), fr) gives 1.000260, 1.000506 after 195 evaluations.
        assertThat(new NelderMead(Math.sqrt(Math.ulp(1.0)), 500).least(OptimumTest::rosenbrock, start))
                .containsExactly(new double[] {1.000260, 1.000506}, within(5e-7));
    }

    private static double rosenbrock(double[] at) {
        double bend = at[1] - at[0] * at[0];
        return 100 * bend * bend + (1 - at[0]) * (1 - at[0]);
    }
}
