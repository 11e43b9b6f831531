// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.disproportion;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.statistics.Agreement;
import io.fieldback.statistics.fixture.Fixture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Disproportion against R's {@code PhViD} and {@code openEBGM}. */
class DisproportionFixturesTest {
    @ParameterizedTest
    @ValueSource(strings = {"sim_component_supplier", "caers"})
    void ratiosEqualPhViD(String set) {
        Fixture expected = Fixture.present("disproportion/" + set + "_prr_ror.csv");
        Agreement agreement = new Agreement("prr, ror, chi2, ic " + set);
        for (int row = 0; row < expected.size(); row++) {
            TwoByTwo table = TwoByTwo.ofMargins(
                    expected.number(row, "n11"),
                    expected.number(row, "n1_"),
                    expected.number(row, "n_1"),
                    expected.number(row, "N"));
            agreement.check("E " + row, table.expected(), expected.number(row, "E"), 1e-12);
            agreement.check("PRR " + row, table.proportionalReportingRatio(), expected.number(row, "PRR"), 1e-12);
            agreement.check(
                    "se PRR " + row,
                    table.proportionalReportingRatioError(),
                    expected.number(row, "PRR_se_log"),
                    1e-12);
            agreement.check(
                    "PRR lo " + row,
                    table.proportionalReportingRatioInterval(0.95).lower(),
                    orNothing(expected.number(row, "PRR_lo95")),
                    1e-12);
            agreement.check("ROR " + row, table.reportingOddsRatio(), expected.number(row, "ROR"), 1e-12);
            agreement.check(
                    "se ROR " + row, table.reportingOddsRatioError(), expected.number(row, "ROR_se_log"), 1e-12);
            agreement.check(
                    "ROR lo " + row,
                    table.reportingOddsRatioInterval(0.95).lower(),
                    orNothing(expected.number(row, "ROR_lo95")),
                    1e-12);
            agreement.check("chi2 " + row, table.yatesChiSquared(), expected.number(row, "chi2_yates"), 1e-10, 1e-12);
            agreement.check(
                    "IC lo " + row,
                    table.informationComponentInterval(0.95).lower(),
                    expected.number(row, "IC_lo95_bcpnn_log2"),
                    1e-12,
                    1e-10);
        }
        agreement.report();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sim_component_supplier", "caers"})
    void ratiosToExpectationEqualOpenEbgm(String set) {
        Fixture expected = Fixture.present("disproportion/" + set + "_counts_E_RR_PRR.csv");
        Agreement agreement = new Agreement("observed over expected " + set);
        for (int row = 0; row < expected.size(); row++) {
            double ratio = expected.number(row, "N") / expected.number(row, "E");
            agreement.check("RR " + row, ratio, expected.number(row, "RR"), 0, 0.005 + 1e-9);
        }
        agreement.report();
    }

    @Test
    void expectationsOfATableEqualOpenEbgm() {
        Fixture cells = Fixture.present("disproportion/sim_component_supplier_ebgm_fixedprior.csv");
        List<String> rows = names(cells, "var1");
        List<String> columns = names(cells, "var2");
        long[][] counts = new long[rows.size()][columns.size()];
        for (int i = 0; i < cells.size(); i++) {
            counts[rows.indexOf(cells.text(i, "var1"))][columns.indexOf(cells.text(i, "var2"))] =
                    (long) cells.number(i, "N");
        }
        double[][] expected = Expectation.ofMargins(counts);
        Agreement agreement = new Agreement("expectation sim_component_supplier");
        for (int i = 0; i < cells.size(); i++) {
            double actual = expected[rows.indexOf(cells.text(i, "var1"))][columns.indexOf(cells.text(i, "var2"))];
            agreement.check("E " + i, actual, cells.number(i, "E"), 1e-12);
        }
        agreement.report();
    }

    private static List<String> names(Fixture table, String column) {
        return java.util.stream.IntStream.range(0, table.size())
                .mapToObj(row -> table.text(row, column))
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "caers_ebgm, caers_hyper, 0",
        "sim_component_supplier_ebgm_fixedprior, sim_component_supplier_hyper, 0",
        "sim_component_supplier_ebgm_mle, sim_component_supplier_hyper, 1"
    })
    void empiricalBayesEqualsOpenEbgm(String scores, String hyper, int row) {
        Fixture expected = Fixture.present("disproportion/" + scores + ".csv");
        RatioPrior prior = prior(Fixture.present("disproportion/" + hyper + ".csv"), row);
        Agreement agreement = new Agreement("ebgm " + scores);
        for (int i = 0; i < expected.size(); i++) {
            RatioPosterior pair = prior.posterior((long) expected.number(i, "N"), expected.number(i, "E"));
            agreement.check("Qn " + i, pair.weight(), expected.number(i, "Qn"), 1e-7);
            agreement.check("EBGM " + i, pair.geometricMean(), expected.number(i, "EBGM"), 1e-7, 1e-8);
            agreement.check("EB05 " + i, pair.eb05(), expected.number(i, "EB05"), 1e-7, 1e-8);
            agreement.check("EB95 " + i, pair.eb95(), expected.number(i, "EB95"), 1e-7, 1e-8);
        }
        agreement.report();
    }

    @Test
    void likelihoodsEqualOpenEbgmAndAreReached() {
        Fixture hyper = Fixture.present("disproportion/sim_component_supplier_hyper.csv");
        Fixture cells = Fixture.present("disproportion/sim_component_supplier_ebgm_mle.csv");
        List<WeightedPair> pairs = pairs(cells, 1);
        Agreement agreement = new Agreement("ebgm likelihood sim_component_supplier");
        for (int row = 0; row < 2; row++) {
            double value = new Likelihood(pairs, EmptyPairs.COUNTED).negativeLog(prior(hyper, row));
            agreement.check("negLL " + row, value, hyper.number(row, "negLL"), 1e-9);
        }
        agreement.report();
        PriorFit fit = PriorFit.ofTwo(pairs, EmptyPairs.COUNTED);
        System.out.println("ebgm fit sim_component_supplier: " + fit);
        assertThat(fit.negativeLogLikelihood()).isLessThanOrEqualTo(hyper.number(1, "negLL") + 1e-3);
        assertThat(fit.identified())
                .as("a small table does not identify five parameters")
                .isFalse();
    }

    @Test
    void squashedFitEqualsOpenEbgm() {
        Fixture hyper = Fixture.present("disproportion/caers_hyper.csv");
        Fixture squashed = Fixture.present("disproportion/caers_squashed.csv");
        List<WeightedPair> expected = new ArrayList<>();
        for (int row = 0; row < squashed.size(); row++) {
            expected.add(new WeightedPair((long) squashed.number(row, "N"), squashed.number(row, "E"), (long)
                    squashed.number(row, "weight")));
        }
        List<WeightedPair> actual =
                new ArrayList<>(Squashing.of(pairs(Fixture.present("disproportion/caers_ebgm.csv"), 1)));
        Comparator<WeightedPair> order = Comparator.comparingLong(WeightedPair::count)
                .thenComparingDouble(WeightedPair::expected)
                .thenComparingLong(WeightedPair::weight);
        expected.sort(order);
        actual.sort(order);
        assertThat(actual).hasSameSizeAs(expected);
        Agreement agreement = new Agreement("squashing caers");
        for (int i = 0; i < expected.size(); i++) {
            agreement.same("N " + i, actual.get(i).count(), expected.get(i).count());
            agreement.check("E " + i, actual.get(i).expected(), expected.get(i).expected(), 1e-12);
        }
        agreement.report();
        double reference = hyper.number(0, "negLL");
        double value = new Likelihood(actual, EmptyPairs.LEFT_OUT).negativeLog(prior(hyper, 0));
        assertThat(Math.abs(value / reference - 1)).isLessThan(1e-9);
        PriorFit fit = PriorFit.ofTwo(actual, EmptyPairs.LEFT_OUT);
        System.out.println("ebgm fit caers: " + fit + ", reference " + reference);
        assertThat(fit.negativeLogLikelihood()).isLessThanOrEqualTo(reference + 1e-3);
        assertThat(fit.identified()).isTrue();
    }

    private static double orNothing(double lower) {
        return Double.isNaN(lower) ? 0 : lower;
    }

    private static RatioPrior prior(Fixture hyper, int row) {
        return new RatioPrior(
                new GammaPart(hyper.number(row, "alpha1"), hyper.number(row, "beta1")),
                new GammaPart(hyper.number(row, "alpha2"), hyper.number(row, "beta2")),
                hyper.number(row, "p"));
    }

    private static List<WeightedPair> pairs(Fixture table, long weight) {
        List<WeightedPair> pairs = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            pairs.add(new WeightedPair((long) table.number(row, "N"), table.number(row, "E"), weight));
        }
        return pairs;
    }
}
