// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.disproportion.TwoByTwo;
import java.util.List;
import java.util.Map;

/** {@code prr-ror}. */
final class PrrRorMethod implements Method {
    private static final String OUTPUT =
            "row,col,n11,n1_,n_1,N,E,PRR,PRR_se_log,PRR_lo95,ROR,ROR_se_log,ROR_lo95,chi2_yates,IC_lo95_bcpnn_log2";
    private static final double CONFIDENCE = 0.95;

    @Override
    public About about() {
        return new About(
                "prr-ror",
                new Text(
                        "pairs reported more often than their parts explain: PRR, ROR, IC", "报告次数超出各自份额的配对：PRR、ROR、IC"),
                Pairs.COLUMNS,
                Pairs.NOTE,
                OUTPUT,
                List.of(Parameter.flag(
                        "half",
                        "FALSE",
                        new Text(
                                "add 1/2 to each cell where one is empty, so that ratios are finite",
                                "有空格时四格各加 1/2，使比值有限"))),
                new Text(
                        "a = n11, b = n1_ - a, c = n_1 - a, d = the rest: PRR = a/(a+b) / (c/(c+d)), ROR = ad/(bc), E = n1_"
                                + " n_1 / N; *_lo95: lower end of the normal 95 % interval of the log; chi2_yates: one"
                                + " degree of freedom; IC_lo95: of log2 (observed over expected), shrunk.",
                        "a = n11，b = n1_ - a，c = n_1 - a，d = 其余：PRR = a/(a+b) / (c/(c+d))，ROR = ad/(bc)，E = n1_ n_1 /"
                                + " N；*_lo95：对数的正态 95 % 区间下限；chi2_yates：自由度 1；IC_lo95：log2（观测/期望）收缩后的下限。"),
                "Evans et al. (2001), Pharmacoepidemiol. Drug Saf. 10; Gould (2003); equals R's PhViD.",
                About.Example.of("component-supplier.csv"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        Pairs pairs = Pairs.of(input);
        Map<String, Long> rows = pairs.rows();
        Map<String, Long> columns = pairs.columns();
        long all = pairs.all();
        boolean half = settings.flag("half");
        Outcome outcome = Outcome.of(OUTPUT);
        pairs.counts().forEach((pair, count) -> {
            long row = rows.getOrDefault(pair.row(), 0L);
            long column = columns.getOrDefault(pair.column(), 0L);
            TwoByTwo exact = TwoByTwo.ofMargins(count, row, column, all);
            boolean empty =
                    Math.min(Math.min(exact.both(), exact.rowOnly()), Math.min(exact.columnOnly(), exact.neither()))
                            == 0;
            TwoByTwo table = half && empty ? exact.plusHalf() : exact;
            outcome.row(
                    pair.row(),
                    pair.column(),
                    count,
                    row,
                    column,
                    all,
                    exact.expected(),
                    table.proportionalReportingRatio(),
                    table.proportionalReportingRatioError(),
                    lower(
                            table.proportionalReportingRatio(),
                            table.proportionalReportingRatioInterval(CONFIDENCE).lower()),
                    table.reportingOddsRatio(),
                    table.reportingOddsRatioError(),
                    lower(
                            table.reportingOddsRatio(),
                            table.reportingOddsRatioInterval(CONFIDENCE).lower()),
                    exact.yatesChiSquared(),
                    exact.informationComponentInterval(CONFIDENCE).lower());
        });
        return outcome;
    }

    /** Of an infinite ratio the normal approximation knows no interval. */
    private static double lower(double ratio, double lower) {
        return ratio < Double.POSITIVE_INFINITY ? lower : Double.NaN;
    }
}
