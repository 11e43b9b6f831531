// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Note;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import io.fieldback.reports.content.State;
import io.fieldback.reports.content.Tile;
import io.fieldback.reports.text.Figures;
import io.fieldback.reports.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A report as one HTML file that needs nothing else: styles, charts and ECharts are in it, so that it opens from a mail
 * or a share without a network.
 */
public final class HtmlReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final int ROWS_OPEN = 14;

    private final Report report;
    private final Texts texts;
    private final Figures figures;
    private final HtmlText html = new HtmlText();
    private final Map<String, Map<String, Object>> charts = new TreeMap<>();

    private HtmlReport(Report report) {
        this.report = report;
        this.texts = Texts.in(report.language());
        this.figures = new Figures(report.language());
    }

    /** The page. */
    public static String render(Report report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        html.markup(
                "<!doctype html>\n<html lang=\"" + report.language().tag() + "\">\n<head>\n<meta charset=\"utf-8\">\n"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        html.text(report.title() + " – Fieldback").markup("</title>\n<style>\n").markup(resource("page/page.css"));
        html.markup("</style>\n</head>\n<body>\n<header class=\"bar\"><div class=\"brand\">")
                .markup(resource("page/mark.svg"))
                .element("b", "", "Fieldback")
                .element("span", "muted", texts.say("page.tagline"))
                .markup("</div>")
                .element("span", "muted asof", Objects.requireNonNullElse(report.note("as_of"), ""))
                .markup("</header>\n<main>\n<section class=\"lead\">")
                .element("h1", "", report.title())
                .element("p", report.refused() ? "takeaway refused" : "takeaway", report.takeaway())
                .markup("</section>\n");
        report.sections().forEach(this::section);
        notes();
        html.markup("</main>\n");
        scripts();
        return html.markup("</body>\n</html>\n").toString();
    }

    private void section(Section section) {
        html.markup("<section class=\"part\">");
        if (!section.title().isEmpty()) {
            html.element("h2", "", section.title());
        }
        html.markup("<div class=\"blocks\">");
        section.blocks().forEach(this::block);
        html.markup("</div></section>\n");
    }

    private void block(Block block) {
        if (block instanceof Block.Findings sentences) {
            html.markup("<ul class=\"findings\">");
            sentences.findings().forEach(this::finding);
            html.markup("</ul>");
        } else if (block instanceof Block.Tiles tiles) {
            html.markup("<div class=\"tiles\">");
            tiles.tiles().forEach(this::tile);
            html.markup("</div>");
        } else if (block instanceof Block.Chart chart) {
            chart(chart);
        } else if (block instanceof Block.Grid grid) {
            grid(grid);
        }
    }

    private void finding(Finding finding) {
        html.markup("<li class=\"finding " + style(finding.state()) + "\">");
        if (finding.state() != State.PLAIN) {
            html.element("span", "state", sign(finding.state()) + " " + word(finding.state()));
        }
        html.markup("<div>");
        if (!finding.headline().isEmpty()) {
            html.element("b", "", finding.headline());
        }
        html.element("p", "", finding.sentence()).markup("</div></li>");
    }

    private void tile(Tile tile) {
        html.markup("<div class=\"tile\">")
                .element("div", "label", tile.label())
                .markup("<div class=\"value\">")
                .element("b", "", tile.value())
                .markup(" ")
                .element("span", "", tile.unit())
                .markup("</div>")
                .element("div", "muted", tile.detail())
                .markup("</div>");
    }

    private void chart(Block.Chart chart) {
        String id = "chart-" + charts.size();
        charts.put(id, chart.option());
        html.markup("<figure class=\"card\">")
                .element("figcaption", "", chart.title())
                .element("p", "muted", chart.subtitle())
                .markup("<div class=\"chart\" role=\"img\" id=\"" + id + "\" style=\"height:" + chart.height()
                        + "px\" aria-label=\"")
                .text(chart.title() + ". " + chart.subtitle())
                .markup("\"></div></figure>");
    }

    private void grid(Block.Grid grid) {
        boolean folded = grid.rows().size() > ROWS_OPEN;
        html.markup("<div class=\"card wide\">");
        if (folded) {
            html.markup("<details><summary>")
                    .text(grid.caption())
                    .element(
                            "span",
                            "muted",
                            " " + texts.say("page.rows", grid.rows().size()))
                    .markup("</summary>");
        } else {
            html.element("div", "caption", grid.caption());
        }
        html.markup("<div class=\"scroll\"><table><thead><tr>");
        for (Heading heading : grid.headings()) {
            html.element("th", heading.figures() ? "n" : "", heading.label());
        }
        html.markup("</tr></thead><tbody>");
        for (List<@Nullable Object> row : grid.rows()) {
            html.markup("<tr>");
            for (int i = 0; i < row.size(); i++) {
                Heading heading = grid.headings().get(i);
                html.element("td", heading.figures() ? "n" : "", figures.cell(heading, row.get(i)));
            }
            html.markup("</tr>");
        }
        html.markup("</tbody></table></div>").markup(folded ? "</details></div>" : "</div>");
    }

    private void notes() {
        html.markup("<section class=\"notes\">")
                .element("h2", "", texts.say("page.notes"))
                .markup("<dl>");
        for (Note note : report.notes()) {
            html.element("dt", "", note.label()).element("dd", "", note.text());
        }
        html.markup("</dl></section>\n");
    }

    private void scripts() {
        if (charts.isEmpty()) {
            return;
        }
        try {
            html.markup("<script>").markup(script(resource(ECHARTS))).markup("</script>\n");
            html.markup("<script type=\"application/json\" id=\"charts\">")
                    .json(JSON.writeValueAsString(charts))
                    .markup("</script>\n<script>")
                    .markup(script(resource("page/page.js")))
                    .markup("</script>\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write charts of " + report.name() + ": " + e.getMessage(), e);
        }
    }

    private static String script(String source) {
        return source.replace("</script", "<\\/script");
    }

    private static String style(State state) {
        return switch (state) {
            case STANDS_OUT -> "out";
            case WATCH -> "watch";
            case QUIET -> "quiet";
            case PLAIN -> "plain";
        };
    }

    private static String sign(State state) {
        return switch (state) {
            case STANDS_OUT -> "■";
            case WATCH -> "◆";
            case QUIET -> "●";
            case PLAIN -> "";
        };
    }

    private String word(State state) {
        return switch (state) {
            case STANDS_OUT -> texts.say("state.stands-out");
            case WATCH -> texts.say("state.watch");
            case QUIET -> texts.say("state.quiet");
            case PLAIN -> "";
        };
    }

    private static String resource(String name) {
        String file = name.startsWith("/") ? name : "/io/fieldback/reports/" + name;
        try (InputStream in = HtmlReport.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read page part " + name + ": " + e.getMessage(), e);
        }
    }
}
