// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Note;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import io.fieldback.reports.content.State;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RenderTest {
    private static final String EVIL = "<img src=x onerror=alert(1)>\"'&</script>";

    @Test
    void columnsOfChineseTextLineUp() {
        String text = TerminalReport.render(report(Language.ZH, "四通阀"), 80);
        assertThat(text).contains("""
                部件    月份      件数
                ──────  ───────  ─────
                四通阀  2026-01  1,234
                FAN     2026-02      –
                """);
    }

    @Test
    void csvQuotesWhatItMustAndWritesPlainNumbers() {
        assertThat(CsvReport.render(report(Language.EN, "a \"valve\", four-way")))
                .isEqualTo(
                        "component,month,failures\r\n\"a \"\"valve\"\", four-way\",2026-01,1234\r\nFAN,2026-02,\r\n");
    }

    @Test
    void jsonHasKeysNotLabels() {
        assertThat(JsonReport.render(report(Language.ZH, "四通阀")))
                .contains(
                        "\"component\" : \"四通阀\"",
                        "\"month\" : \"2026-01\"",
                        "\"failures\" : 1234",
                        "\"failures\" : null")
                .contains("\"state\" : \"stands-out\"");
    }

    @Test
    void everyTextOfAPageIsEscaped() {
        String page = HtmlReport.render(report(Language.EN, EVIL));
        assertThat(page.contains("<img src=x")).isFalse();
        assertThat(page.contains("&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;"))
                .isTrue();
        String charts = page.substring(page.lastIndexOf("<script type=\"application/json\""));
        assertThat(charts).contains("\\u003cimg src=x");
    }

    @Test
    void aPageNeedsNoNetwork() {
        String page = HtmlReport.render(report(Language.ZH, "四通阀"));
        int library = page.indexOf("<script>");
        String own = page.substring(0, library) + page.substring(page.indexOf("</script>", library));
        assertThat(own).contains("<html lang=\"zh-CN\">", "echarts.init");
        assertThat(own).doesNotContain("<link", " src=", "@import", "http");
    }

    @Test
    void aStateIsAWordAndAShapeNotOnlyAColour() {
        assertThat(HtmlReport.render(report(Language.EN, "VALVE")).contains("■ stands out"))
                .isTrue();
        assertThat(TerminalReport.render(report(Language.EN, "VALVE"), 80)).contains("■ VALVE: It fails.");
    }

    @Test
    void longTablesSayHowManyRowsAreLeftOut() {
        assertThat(TerminalReport.summary(report(Language.EN, "VALVE"), 80, 1)).contains("… 1 more rows");
    }

    @Test
    void aRowMustHaveAValueForEachColumn() {
        List<Heading> headings = List.of(new Heading("a", "A", Heading.Kind.TEXT));
        assertThatThrownBy(() -> new Block.Grid("t", "", headings, List.of(List.of("x", "y"))))
                .hasMessage("Cannot make table t: a row has 2 values for 1 columns");
    }

    private static Report report(Language language, String component) {
        boolean zh = language == Language.ZH;
        Block.Grid grid = new Block.Grid(
                "components",
                "",
                List.of(
                        new Heading("component", zh ? "部件" : "Component", Heading.Kind.TEXT),
                        new Heading("month", zh ? "月份" : "Month", Heading.Kind.MONTH),
                        new Heading("failures", zh ? "件数" : "Failures", Heading.Kind.COUNT)),
                List.of(
                        List.of(component, LocalDate.of(2026, 1, 1), 1234L),
                        Arrays.asList("FAN", LocalDate.of(2026, 2, 1), null)));
        Block.Chart chart = new Block.Chart("c", component, "", 200, Map.of("name", component));
        Finding finding = new Finding(State.STANDS_OUT, component, zh ? "坏了。" : "It fails.");
        return new Report(
                "test",
                language,
                component,
                component,
                false,
                List.of(new Section("s", component, List.of(new Block.Findings(List.of(finding)), chart, grid))),
                List.of(new Note("as_of", "As of", component)));
    }
}
