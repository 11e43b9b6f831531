// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.Run;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code analyze} reads, prints and refuses, whatever the method. */
class AnalyzeTest {
    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "garwood | events,exposure;3,x | line 2, column exposure: 'x' is not a number",
                "garwood | events,exposure;3,12.5d | line 2, column exposure: '12.5d' is not a number",
                "garwood | events,exposure;3,10;2.5,10 | line 3, column events: '2.5' is not a whole number from 0 on",
                "garwood | events,exposure;;3,10;-1,10 | line 4, column events: '-1' is not a whole number from 0 on",
                "garwood | events,exposure;3, | line 2, column exposure: it is empty",
                "garwood | events,exposure;3,0 | line 2: cannot compute rate of 3 events over exposure 0.0: events must not be"
                        + " negative and exposure must be positive",
                "garwood | events,units;3,10 | column exposure is missing; there is events, units",
                "garwood | events,exposure,events;3,10,3 | column events stands there twice",
                "garwood | events,exposure;3,10,7 | line 2 has 3 values, the header has 2",
                "garwood | events,exposure;3 | line 2 has 1 values, the header has 2",
                "garwood | events,exposure | it has no rows below its header",
                "garwood | events,exposure;'3,10 | line 2: a quote that never ends",
                "ears | t,observed;1,4;3,5 | line 3, column t: '3' should be 2; periods follow each other by 1, also where"
                        + " nothing happened",
                "ears | t,observed;1,4;2,5 | its 2 periods are too few; the first that could be judged is t = 8",
                "farrington | t,observed,population;1,4,1;2,5,0 | line 3, column population: '0' is not above 0",
                "farrington | t,date,observed;1,2026-01-05,1;2,2026-01-13,1 | line 3, column date: 2026-01-13 should be"
                        + " 2026-01-12, a week after the row before; leave the column out to count periods only",
                "km | time,status;10,2 | line 2, column status: '2' is neither 1 (failed) nor 0",
                "p-adjust | p;0.5;1.5 | line 3, column p: '1.5' does not lie between 0 and 1",
                "nowcast | event,report;2026-01-01,2026-02-30 | line 2, column report: '2026-02-30' is not a day such as"
                        + " 2026-01-31",
                "prr-ror | component;pump | it needs two columns that name the pair; there is component",
                "mcf | id,time,event;,5,1 | line 2, column id: it is empty",
                "fieldback-detector | scenario,rep,kind,counts;1,1,clean,1 2 x | line 2, column counts: 'x' is not a whole"
                        + " number from 0 on",
                "fieldback-detector | t,observed;1,4;2,5 | no week can be judged; too few weeks before have anything at risk"
                        + " and reported",
            })
    void badTablesAreRefusedWithLineAndColumn(String method, String table, String why) throws IOException {
        Path file = write("table.csv", table.replace(';', '\n').replace('\'', '"') + "\n", StandardCharsets.UTF_8);
        Run run = Run.of(home, "analyze", method, "--input", file);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("Cannot analyze " + file + ": " + why + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mle | time,status;10,1;20,0 | Cannot fit Weibull: 1 failure, at least 5 are needed to tell a shape; with a"
                        + " shape known from like parts, see weibayes",
                "mle | time,status;10,0;20,0 | Cannot fit Weibull: 0 failures, at least 5 are needed to tell a shape; with a"
                        + " shape known from like parts, see weibayes",
                "mle | time,status;10,1;20,1;30,1;40,1;50,0 | Cannot fit Weibull: 4 failures, at least 5 are needed to tell"
                        + " a shape; with a shape known from like parts, see weibayes",
                "nevada | sales_month,sold,ret_m1,ret_m2;1,100,1,2;2,100,0,1 | Cannot fit Weibull: 4 failures, at least 5"
                        + " are needed to tell a shape; with a shape known from like parts, see weibayes",
                "median-rank | time,status;10,1;20,0 | Cannot fit Weibull line: 1 failure, at least 2 different ages are needed",
                "laney-u | t,count,exposure;1,0,10;2,0,10 | Cannot freeze u chart: the baseline has no events, so it has no"
                        + " spread",
                "demand | demand;0;0;1 | Cannot form demand of 3 periods with 1 demands: at least two are needed",
                "delay | a,b;1,2;1,2 | Cannot fit delays of 2 cases, 2 of them above 0: it needs two that differ",
            })
    void whatTheMathematicsRefusesIsOneSentence(String method, String table, String sentence) throws IOException {
        Path file = write("table.csv", table.replace(';', '\n') + "\n", StandardCharsets.UTF_8);
        Run run = Run.of(home, "analyze", method, "--input", file);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err()).isEqualTo(sentence + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ears | alfa=1 | ears has no parameter 'alfa', it has method, baseline, minSigma, alpha, range",
                "p-adjust | alpha=1 | p-adjust has no parameter 'alpha', nor any other",
                "ears | baseline=x | parameter baseline=x: it must be a whole number",
                "ears | baseline=7.5 | parameter baseline=7.5: it must be a whole number",
                "ears | alpha=x | parameter alpha=x: it must be a number",
                "ears | method=C4 | parameter method=C4: it must be one of C1, C2, C3, published_C3",
                "ears | range=8 | parameter range=8: it must be FROM:TO, such as 157:312; either may be left out",
                "ears | range=500:600 | parameter range=500:600: t goes from 1 to 416",
                "ears | range=100:90 | parameter range=100:90: it ends before it begins",
                "ears | baseline | --param baseline should be NAME=VALUE",
                "cusum | m=median | parameter m=median: it must be mean, glm or a number",
                "farrington-flexible | trend=maybe | parameter trend=maybe: it must be TRUE or FALSE",
                "no-such | x=1 | there is no method 'no-such', there are farrington-flexible, farrington, ears,",
            })
    void whatAMethodDoesNotKnowIsWrongUsage(String method, String parameter, String why) {
        Path file = Run.root().resolve("samples/analyze/series.csv");
        Run run = Run.of(home, "analyze", method, "--input", file, "--param", parameter);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Cannot run fieldback analyze: " + why);
    }

    @Test
    void aPeriodWithoutEnoughBeforeItIsNamed() {
        Path file = Run.root().resolve("samples/analyze/series.csv");
        Run run = Run.of(home, "analyze", "farrington-flexible", "--input", file, "--param", "range=200:416");
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("Cannot analyze " + file
                        + ": t = 200 cannot be judged; the first with enough periods before it is t = 262\n");
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        Path file = Run.root().resolve("samples/analyze/series.csv");
        Run run = Run.of(home, "analyze", "ears", "--input", file, "--param", "alpha=0.1", "--param", "alpha=0.2");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("parameter alpha is given twice");
    }

    @Test
    void filesThatAreNoneAreRefused() throws IOException {
        Path empty = write("empty.csv", "", StandardCharsets.UTF_8);
        assertThat(Run.of(home, "analyze", "garwood", "--input", empty).err())
                .isEqualTo("Cannot analyze " + empty + ": it is empty\n");
        Path none = home.resolve("none.csv");
        assertThat(Run.of(home, "analyze", "garwood", "--input", none).err())
                .isEqualTo("Cannot analyze " + none + ": there is no such file\n");
        Path records = write("records.csv", "{\"events\": 1}\n", StandardCharsets.UTF_8);
        assertThat(Run.of(home, "analyze", "garwood", "--input", records).err())
                .isEqualTo("Cannot analyze " + records + ": it holds records, not sheets\n");
    }

    @Test
    void anyUsualCsvReadsAlike() throws IOException {
        String plain = "部件,events,exposure\n水泵,3,1200\n密封圈,0,900\n";
        String expected = csv(write("plain.csv", plain, StandardCharsets.UTF_8));
        assertThat(expected).startsWith("events,exposure,conf,rate,lower,upper\r\n3,1200,0.95,0.0025,");
        assertThat(csv(write("mark.csv", "\uFEFF" + plain, StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(csv(write("lines.csv", plain.replace("\n", "\r\n"), StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        assertThat(csv(write("gb.csv", plain, GB18030))).isEqualTo(expected);
        assertThat(csv(write("wide.csv", plain, StandardCharsets.UTF_16))).isEqualTo(expected);
        assertThat(csv(write("semicolon.csv", plain.replace(',', ';'), StandardCharsets.UTF_8)))
                .isEqualTo(expected);
        String quoted = "\"events\",\"exposure\",\"note\"\n\"3\",\"1,200\",\"a\nb\"\n\n 0 ,900,\n";
        assertThat(csv(write("quoted.csv", quoted, StandardCharsets.UTF_8))).isEqualTo(expected);
    }

    /** Parts of a workbook have no time if a program streamed it; reading that needs more of the libraries. */
    @Test
    void aWorkbookIsReadWhoeverWroteIt() throws IOException {
        Path workbook = Workbooks.write(
                home.resolve("demand.xlsx"),
                List.of(
                        List.of("t", "observed", "note"),
                        List.of("1", "0"),
                        List.of("2", "4", "a"),
                        List.of("3", "x")));
        Run run = Run.of(home, "analyze", "ears", "--input", workbook);
        assertThat(run.err())
                .isEqualTo("Cannot analyze " + workbook + ": line 4, column observed: 'x' is not a number\n");
    }

    @Test
    void standardInputIsReadForADash() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream("events,exposure\n3,1200\n0,x\n".getBytes(StandardCharsets.UTF_8)));
        try {
            assertThat(Run.of(home, "analyze", "garwood", "--input", "-").err())
                    .isEqualTo("Cannot analyze standard input: line 3, column exposure: 'x' is not a number\n");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void jsonAndCsvCarryTheSameNumbers() throws IOException {
        Path file = Run.root().resolve("samples/analyze/lives.csv");
        Reference csv = Reference.parse(Run.of(home, "analyze", "km", "--input", file, "--format", "csv")
                .out());
        JsonNode json = new ObjectMapper()
                .readTree(Run.of(home, "analyze", "km", "--input", file, "--format", "json")
                        .out());
        assertThat(json).hasSameSizeAs(csv.rows());
        for (int row = 0; row < csv.rows().size(); row++) {
            for (Map.Entry<String, String> cell : csv.rows().get(row).entrySet()) {
                JsonNode value = json.get(row).get(cell.getKey());
                if (cell.getValue().isEmpty()) {
                    assertThat(value.isNull()).isTrue();
                } else if (value.isTextual()) {
                    assertThat(value.textValue()).isEqualTo("Inf").isEqualTo(cell.getValue());
                } else {
                    assertThat(value.asDouble()).isEqualTo(Double.parseDouble(cell.getValue()));
                }
            }
        }
    }

    @Test
    void whatIsNotAvailableIsEmptyAndWhatIsInfiniteIsInf() throws IOException {
        Path file = write("pairs.csv", "x1,t1,x2,t2\n3,10,0,10\n", StandardCharsets.UTF_8);
        assertThat(Run.of(home, "analyze", "rate-ratio", "--input", file, "--format", "csv")
                        .out())
                .startsWith("x1,t1,x2,t2,rate_ratio,lo95,hi95,p_two_sided,p_greater\r\n3,10,0,10,Inf,0.41")
                .contains(",Inf,0.25,0.125\r\n");
        assertThat(Run.of(home, "analyze", "rate-ratio", "--input", file, "--format", "json")
                        .out())
                .contains("\"rate_ratio\":\"Inf\"");
        Path values = write("p.csv", "p\n0.01\nNA\n", StandardCharsets.UTF_8);
        assertThat(Run.of(home, "analyze", "p-adjust", "--input", values, "--format", "csv")
                        .out())
                .isEqualTo("p,BH,BY,holm,bonferroni\r\n0.01,0.01,0.01,0.01,0.01\r\n,,,,\r\n");
    }

    @Test
    void tableIsAlignedAndRounded() {
        Path file = Run.root().resolve("samples/analyze/rates.csv");
        Run run = Run.of(home, "analyze", "garwood", "--input", file);
        List<String> lines = new ArrayList<>(run.out().lines().toList());
        assertThat(lines.get(0)).isEqualTo("events  exposure  conf      rate     lower     upper");
        assertThat(lines.get(3)).isEqualTo("     3      1200  0.95  0.002500  0.000516  0.007306");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aRemarkGoesToStandardErrorInTheLanguageAsked() throws IOException {
        StringBuilder weakAndWorn = new StringBuilder("time,status\n");
        for (int i = 0; i < 60; i++) {
            weakAndWorn
                    .append(1 + i * i / 300.0)
                    .append(",1\n")
                    .append(100 + i % 20)
                    .append(",1\n");
        }
        Path file = write("lives.csv", weakAndWorn.toString(), StandardCharsets.UTF_8);
        Run english = Run.of(home, "analyze", "mle", "--input", file, "--format", "csv");
        assertThat(english.exit()).isZero();
        assertThat(english.err()).startsWith("The rate of failing first falls and then rises with age");
        assertThat(Run.of(home, "analyze", "mle", "--input", file, "--lang", "zh")
                        .err())
                .startsWith("失效率随寿命先降后升");
    }

    @Test
    void aPriorThatATableDoesNotIdentifyIsNotUsedInSilence() {
        Path file = Run.root().resolve("samples/analyze/component-supplier.csv");
        Run run = Run.of(home, "analyze", "ebgm", "--input", file, "--format", "csv");
        assertThat(run.err()).startsWith("This table does not identify a prior: ");
        assertThat(run.out())
                .isEqualTo(Run.of(home, "analyze", "ebgm", "--input", file, "--format", "csv", "--param", "prior=fixed")
                        .out());
    }

    private String csv(Path file) {
        Run run = Run.of(home, "analyze", "garwood", "--input", file, "--format", "csv");
        assertThat(run.err()).isEmpty();
        return run.out();
    }

    private Path write(String name, String text, Charset charset) throws IOException {
        return Files.write(home.resolve(name), text.getBytes(charset));
    }
}
