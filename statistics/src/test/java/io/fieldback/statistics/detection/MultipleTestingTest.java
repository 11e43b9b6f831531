// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MultipleTestingTest {
    @ParameterizedTest
    @CsvSource({
        "BENJAMINI_HOCHBERG, BH",
        "BENJAMINI_YEKUTIELI, BY",
        "HOLM, holm",
        "BONFERRONI, bonferroni",
    })
    void adjustedValuesEqualPAdjust(MultipleTesting method, String column) {
        Fixture fixture = Fixture.required("fdr/padjust.csv");
        double[] p = fixture.rows().stream().mapToDouble(row -> row.number("p")).toArray();
        double[] adjusted = method.adjusted(p);
        Agreement agreement = new Agreement("fdr/padjust " + column);
        for (int i = 0; i < p.length; i++) {
            agreement.check("row " + (i + 1), adjusted[i], fixture.rows().get(i).number(column), 1e-12);
        }
        agreement.report();
    }

    @ParameterizedTest
    @EnumSource(MultipleTesting.class)
    void adjustingKeepsTheOrderAndLowersNothing(MultipleTesting method) {
        long seed = 20261122;
        System.out.println("p values drawn with seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int draw = 0; draw < 200; draw++) {
            double[] p = random.doubles(1 + random.nextInt(50)).toArray();
            double[] adjusted = method.adjusted(p);
            for (int i = 0; i < p.length; i++) {
                assertThat(adjusted[i]).isBetween(p[i], 1.0);
                for (int j = 0; j < p.length; j++) {
                    assertThat(p[i] < p[j] && adjusted[i] > adjusted[j]).isFalse();
                }
            }
        }
    }

    @Test
    void whatWasNotLookedAtIsNotCounted() {
        double[] adjusted = MultipleTesting.HOLM.adjusted(new double[] {0.01, Double.NaN, 0.04});
        assertThat(adjusted[0]).isCloseTo(0.02, within(1e-15));
        assertThat(adjusted[1]).isNaN();
        assertThat(adjusted[2]).isCloseTo(0.04, within(1e-15));
    }

    @Test
    void aChanceAboveOneIsRefused() {
        assertThatThrownBy(() -> MultipleTesting.HOLM.adjusted(new double[] {1.5}))
                .hasMessage("Cannot adjust p value 1.5: it must lie between 0 and 1");
    }
}
