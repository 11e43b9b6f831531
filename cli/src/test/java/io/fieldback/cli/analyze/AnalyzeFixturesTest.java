// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.analyze.Tally.Tolerance;
import io.fieldback.statistics.detection.TimeAxis;
import io.fieldback.statistics.watch.FieldbackDetector;
import io.fieldback.statistics.watch.WatchedSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method, run as a user does, prints the reference values of R within the tolerances of their README: the free sets
 * always, the others where they stand beside the project. What a column of {@code _calls.csv} says is given as it is.
 */
class AnalyzeFixturesTest {
    private static final Set<String> NONE = Set.of();
    private static final Tolerance EXACT = column -> new double[] {1e-12, 1e-13};
    private static final Tolerance QUANTILE = column -> new double[] {column.startsWith("p_") ? 1e-7 : 1e-9, 0};
    private static final Tolerance FIT = column -> switch (column) {
        case "loglik" -> new double[] {0, 1e-9};
        case "var_mu", "cov_mu_logsigma", "var_logsigma" -> new double[] {1e-5, 0};
        default -> new double[] {column.startsWith("se_") ? 1e-5 : 1e-6, 0};
    };

    @TempDir
    Path home;

    @Test
    void farringtonFlexible() {
        Tally tally = new Tally("farrington-flexible", home);
        Set<String> noParameter = Set.of("id", "dataset", "range_from", "range_to", "rows", "alarms", "seconds");
        for (Map<String, String> call : Reference.calls("farringtonFlexible/_calls.csv")) {
            Map<String, String> parameters = new LinkedHashMap<>(call);
            parameters.keySet().removeAll(noParameter);
            parameters.put("range", call.get("range_from") + ":" + call.get("range_to"));
            boolean delta = call.get("thresholdMethod").equals("delta");
            series(tally, "farringtonFlexible", call, parameters, column -> switch (column) {
                case "upperbound" -> new double[] {delta ? 1e-8 : 0, 0};
                case "mu0" -> new double[] {1e-7, 0};
                case "score" -> new double[] {1e-8, 1e-9};
                case "trend_coef" -> new double[] {1e-8, 1e-10};
                default -> new double[] {1e-8, 0};
            });
        }
        tally.report();
    }

    @Test
    void farrington() {
        Tally tally = new Tally("farrington", home);
        for (Map<String, String> call : Reference.calls("farrington1996/_calls.csv")) {
            Map<String, String> parameters = new LinkedHashMap<>(call);
            parameters.keySet().removeAll(Set.of("id", "dataset", "alarms"));
            series(tally, "farrington1996", call, parameters, column -> new double[] {1e-8, 0});
        }
        if (!Reference.calls("farrington1996/_calls.csv").isEmpty()) {
            tally.report();
        }
    }

    @Test
    void ears() {
        Tally tally = new Tally("ears", home);
        for (Map<String, String> call : Reference.calls("ears/_calls.csv")) {
            Map<String, String> parameters = new LinkedHashMap<>(call);
            parameters.keySet().removeAll(Set.of("id", "dataset", "alarms"));
            series(tally, "ears", call, parameters, EXACT);
        }
        for (String dataset : List.of("sim_season", "salmonella_agona")) {
            Map<String, String> call = Map.of("id", "published_C3_" + dataset, "dataset", dataset);
            series(tally, "ears", call, Map.of("method", "published_C3"), EXACT);
        }
        tally.report();
    }

    @Test
    void cusum() {
        Tally tally = new Tally("cusum", home);
        for (Map<String, String> call : Reference.calls("cusum/_calls.csv")) {
            Tolerance near = column -> new double[] {1e-12, 1e-11};
            series(tally, "cusum", call, written(call.get("params")), near);
        }
        tally.report();
    }

    @Test
    void glrNb() {
        Tally tally = new Tally("glr-nb", home);
        for (Map<String, String> call : Reference.calls("glr/_calls.csv")) {
            Tolerance near = column -> column.equals("stat") ? new double[] {1e-9, 1e-10} : new double[] {1e-10, 0};
            series(tally, "glr", call, ranged("glr", call), near);
        }
        tally.report();
    }

    @Test
    void bayes() {
        Tally tally = new Tally("bayes", home);
        for (Map<String, String> call : Reference.calls("bayes/_calls.csv")) {
            series(tally, "bayes", call, ranged("bayes", call), column -> new double[2]);
        }
        tally.report();
    }

    /** It has no reference: what it prints is what it computes, a line for each of the last 49 weeks of a series. */
    @Test
    void fieldbackDetector() throws IOException {
        Tally tally = new Tally("fieldback-detector", home);
        List<String> lines = new ArrayList<>(List.of("scenario,rep,kind,counts"));
        List<Map<String, String>> expected = new ArrayList<>();
        for (String name : List.of("sim_sparse", "sim_season", "sim_exposure")) {
            Reference series = Reference.find("series/" + name + ".csv").orElseThrow();
            List<String> counts =
                    series.rows().stream().map(row -> row.get("observed")).toList();
            String start = lines.size() + ",1,clean,";
            lines.add(start + String.join(" ", counts));
            long[] numbers = counts.stream().mapToLong(Long::parseLong).toArray();
            FieldbackDetector.standard()
                    .over(WatchedSeries.of(numbers, new TimeAxis.Periods(52)), numbers.length - 49, numbers.length - 1)
                    .forEach(point -> expected.addAll(Reference.parse(
                                    "scenario,rep,kind,t,p\n" + start + (point.position() + 1) + "," + point.p())
                            .rows()));
        }
        Path file = Files.write(home.resolve("series.csv"), lines);
        tally.hold("series", tally.run(file, Map.of()), expected, column -> new double[2], NONE);
        tally.report();
    }

    @Test
    void laneyU() {
        Tally tally = new Tally("laney-u", home);
        table(tally, "charts/laney_u.csv", Map.of(), "charts/laney_u.csv", EXACT, NONE);
        tally.report();
    }

    @Test
    void mle() {
        Tally tally = new Tally("mle", home);
        for (Map<String, String> row : Reference.calls("weibull_mle/expected.csv")) {
            String input = "lifedata/" + row.get("dataset") + ".csv";
            one(tally, input, Map.of("dist", row.get("dist")), row, FIT, Set.of("dataset"));
        }
        for (Map<String, String> row : Reference.calls("interval_censored/expected.csv")) {
            String input = "interval_censored/" + row.get("dataset") + ".csv";
            one(tally, input, Map.of("dist", "weibull"), row, FIT, Set.of("dataset"));
        }
        tally.report();
    }

    @Test
    void km() {
        Tally tally = new Tally("km", home);
        for (String dataset : lives()) {
            for (String type : List.of("log", "log-log", "plain")) {
                String expected = "km_na/" + dataset + "_" + type + ".csv";
                table(tally, "lifedata/" + dataset + ".csv", Map.of("conf_type", type), expected, EXACT, NONE);
            }
        }
        tally.report();
    }

    @Test
    void mcf() {
        Tally tally = new Tally("mcf", home);
        for (String dataset : List.of("sim_fleet", "valveSeats", "simuDat", "cgd", "turbine")) {
            for (String variance : List.of("LawlessNadeau", "Poisson")) {
                for (String scale : List.of("normal", "lognormal")) {
                    String logarithmic = scale.equals("lognormal") ? "TRUE" : "FALSE";
                    Map<String, String> parameters = Map.of("variance", variance, "logConfInt", logarithmic);
                    String expected = "mcf/" + dataset + "_" + variance + "_" + scale + ".csv";
                    table(tally, "mcf/" + dataset + "_input.csv", parameters, expected, EXACT, NONE);
                }
            }
        }
        tally.report();
    }

    @Test
    void nevada() {
        Tally tally = new Tally("nevada", home);
        for (String output : List.of("mle", "lifedata", "forecast")) {
            String expected = "nevada/sim_nevada_" + output + ".csv";
            table(tally, "nevada/sim_nevada_chart.csv", Map.of("output", output), expected, FIT, Set.of("dataset"));
        }
        tally.report();
    }

    @Test
    void medianRank() {
        Tally tally = new Tally("median-rank", home);
        for (Map<String, String> row : Reference.calls("weibull_mrr/expected.csv")) {
            Tolerance near = column -> new double[] {1e-10, 0};
            one(tally, "lifedata/" + row.get("dataset") + ".csv", Map.of(), row, near, Set.of("dataset"));
        }
        tally.report();
    }

    @Test
    void plottingPositions() {
        Tally tally = new Tally("plotting-positions", home);
        for (String dataset : lives()) {
            for (String method : List.of("johnson", "kaplan")) {
                String expected = "plotting_positions/" + dataset + "_" + method + ".csv";
                table(tally, "lifedata/" + dataset + ".csv", Map.of("method", method), expected, EXACT, NONE);
            }
        }
        tally.report();
    }

    @Test
    void prrRor() {
        Tally tally = new Tally("prr-ror", home);
        Tolerance near = column -> switch (column) {
            case "chi2_yates" -> new double[] {1e-10, 1e-12};
            case "IC_lo95_bcpnn_log2" -> new double[] {1e-12, 1e-10};
            default -> new double[] {1e-12, 0};
        };
        String simulated = "disproportion/sim_component_supplier_prr_ror.csv";
        table(tally, "disproportion/sim_component_supplier_input.csv", Map.of(), simulated, near, NONE);
        table(tally, "disproportion/caers_prr_ror.csv", Map.of(), "disproportion/caers_prr_ror.csv", near, NONE);
        tally.report();
    }

    @Test
    void ebgm() {
        Tally tally = new Tally("ebgm", home);
        // RR is rounded there, and what is not rounded there is not printed.
        Tolerance near = column -> switch (column) {
            case "RR" -> new double[] {0, 0.005 + 1e-9};
            case "E" -> new double[] {1e-12, 0};
            default -> new double[] {1e-7, 1e-8};
        };
        Set<String> leftOut = Set.of("EBGM_full");
        String input = "disproportion/sim_component_supplier_input.csv";
        String fixed = "disproportion/sim_component_supplier_ebgm_fixedprior.csv";
        table(tally, input, Map.of("prior", "fixed"), fixed, near, leftOut);
        List<Map<String, String>> priors = Reference.calls("disproportion/sim_component_supplier_hyper.csv");
        String fitted = "disproportion/sim_component_supplier_ebgm_mle.csv";
        table(tally, input, prior(priors.get(1)), fitted, near, leftOut);
        double found = Double.parseDouble(tally.run(input, Map.of("output", "hyper", "prior", "two"))
                .get(0)
                .get("negLL"));
        assertThat(found).isLessThanOrEqualTo(Double.parseDouble(priors.get(1).get("negLL")) + 1e-3);
        for (Map<String, String> row : Reference.calls("disproportion/caers_hyper.csv")) {
            String caers = "disproportion/caers_ebgm.csv";
            table(tally, caers, prior(row), caers, near, leftOut);
            List<Map<String, String>> printed = sorted(tally.run(caers, Map.of("output", "squashed")));
            List<Map<String, String>> expected = sorted(Reference.calls("disproportion/caers_squashed.csv"));
            tally.hold("squashed", printed, expected, EXACT, Set.of("weight"));
        }
        tally.report();
    }

    @Test
    void intervals() {
        for (String method : List.of("garwood", "proportion", "rate-ratio")) {
            Tally tally = new Tally(method, home);
            String file = "intervals/" + method.replace('-', '_') + ".csv";
            table(tally, file, Map.of(), file, QUANTILE, NONE);
            tally.report();
        }
    }

    @Test
    void pAdjust() {
        Tally tally = new Tally("p-adjust", home);
        table(tally, "fdr/padjust.csv", Map.of(), "fdr/padjust.csv", EXACT, NONE);
        tally.report();
    }

    @Test
    void demand() {
        Tally tally = new Tally("demand", home);
        for (Map<String, String> row : Reference.calls("demand/expected.csv")) {
            String input = "demand/" + row.get("dataset") + ".csv";
            String method = row.get("method").replaceAll("[(:].*", "");
            Map<String, String> parameters = new LinkedHashMap<>(Map.of("output", "forecast"));
            if (Reference.file(input).isEmpty()) {
                continue;
            }
            if (method.equals("class")) {
                Map<String, String> printed = tally.run(input, parameters).get(0);
                tally.check(input, 1, "mean_interval", printed.get("mean_interval"), row.get("forecast"), EXACT);
                tally.check(input, 1, "cv2", printed.get("cv2"), row.get("z0"), EXACT);
                continue;
            }
            parameters.put("alpha_demand", row.get("alpha_demand"));
            parameters.put("alpha_interval", row.get("alpha_interval"));
            Set<String> leftOut = Set.of("dataset", "method", "z0");
            if (method.equals("forecast")) {
                parameters.putAll(Map.of("method", "croston", "init", "naive", "init.opt", "FALSE"));
                one(tally, input, parameters, row, EXACT, Set.of("dataset", "method", "init", "z0", "last_in_sample"));
            } else if (method.equals("tsb")) {
                parameters.putAll(Map.of("method", method, "init", row.get("init")));
                one(tally, input, parameters, row, EXACT, leftOut);
            } else {
                parameters.putAll(Map.of("method", method, "init", row.get("init"), "output", "series"));
                List<Map<String, String>> printed = tally.run(input, parameters);
                tally.hold(rates(row), printed, Reference.calls(rates(row)), EXACT, NONE);
                Map<String, String> last = printed.get(printed.size() - 1);
                tally.check(input, printed.size(), "forecast", last.get("forecast"), row.get("forecast"), EXACT);
            }
        }
        tally.report();
    }

    @Test
    void nowcast() {
        Tally tally = new Tally("nowcast", home);
        String input = "nowcast/husO104Hosp_linelist.csv";
        Map<String, String> parameters = new LinkedHashMap<>(Map.of("now", "2011-06-10", "D", "15"));
        parameters.put("when", "2011-05-31:2011-06-10");
        table(tally, input, parameters, "nowcast/hus_2011-06-10_D15_lawless.csv", column -> new double[2], NONE);
        parameters.put("output", "triangle");
        table(tally, input, parameters, "nowcast/hus_2011-06-10_D15_triangle.csv", column -> new double[2], NONE);
        if (Reference.file(input).isPresent()) {
            tally.report();
        }
    }

    @Test
    void delay() {
        Tally tally = new Tally("delay", home);
        table(tally, "delay/field_data_dates.csv", Map.of(), "delay/expected.csv", EXACT, NONE);
        if (Reference.file("delay/expected.csv").isPresent()) {
            tally.report();
        }
    }

    private static List<String> lives() {
        return List.of("sim_weibull_rc", "lung", "shock", "alloy", "genfan", "ovarian", "veteran", "leuk", "voltage");
    }

    private static void series(
            Tally tally, String set, Map<String, String> call, Map<String, String> parameters, Tolerance tolerance) {
        String input = "series/" + call.get("dataset") + ".csv";
        table(tally, input, parameters, set + "/" + call.get("id") + ".csv", tolerance, NONE);
    }

    /** Nothing where the fixtures are not there. */
    private static void table(
            Tally tally,
            String input,
            Map<String, String> parameters,
            String expected,
            Tolerance tolerance,
            Set<String> leftOut) {
        if (Reference.file(input).isPresent()) {
            Reference.find(expected)
                    .ifPresent(reference ->
                            tally.hold(expected, tally.run(input, parameters), reference.rows(), tolerance, leftOut));
        }
    }

    private static void one(
            Tally tally,
            String input,
            Map<String, String> parameters,
            Map<String, String> expected,
            Tolerance tolerance,
            Set<String> leftOut) {
        if (Reference.file(input).isPresent()) {
            tally.hold(input + " " + parameters, tally.run(input, parameters), List.of(expected), tolerance, leftOut);
        }
    }

    /** The parameters of a call as R's was written down: {@code algo.cusum trans=rossi; k=1; …}. */
    private static Map<String, String> written(String call) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : call.substring(call.indexOf(' ')).split(";")) {
            int equals = part.indexOf('=');
            parameters.put(
                    part.substring(0, equals).strip(),
                    part.substring(equals + 1).strip());
        }
        return parameters;
    }

    private static Map<String, String> ranged(String set, Map<String, String> call) {
        Map<String, String> parameters = written(call.get("params"));
        List<Map<String, String>> expected = Reference.calls(set + "/" + call.get("id") + ".csv");
        if (!expected.isEmpty()) {
            Map<String, String> last = expected.get(expected.size() - 1);
            parameters.put("range", expected.get(0).get("t") + ":" + last.get("t"));
        }
        return parameters;
    }

    private static Map<String, String> prior(Map<String, String> hyper) {
        Map<String, String> prior = new LinkedHashMap<>(hyper);
        prior.keySet().retainAll(Set.of("alpha1", "beta1", "alpha2", "beta2", "p"));
        return prior;
    }

    private static List<Map<String, String>> sorted(List<Map<String, String>> pairs) {
        List<Map<String, String>> sorted = new ArrayList<>(pairs);
        sorted.sort((a, b) -> {
            int byCount = Double.compare(Double.parseDouble(a.get("N")), Double.parseDouble(b.get("N")));
            return byCount != 0
                    ? byCount
                    : Double.compare(Double.parseDouble(a.get("E")), Double.parseDouble(b.get("E")));
        });
        return sorted;
    }

    private static String rates(Map<String, String> row) {
        return "demand/"
                + String.join(
                        "_",
                        row.get("dataset"),
                        row.get("method"),
                        brief(row.get("alpha_demand")),
                        brief(row.get("alpha_interval")),
                        row.get("init"))
                + ".csv";
    }

    private static String brief(String number) {
        return String.valueOf(Math.rint(Double.parseDouble(number) * 1000) / 1000);
    }
}
