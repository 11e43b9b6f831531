// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import io.fieldback.reports.content.State;
import io.fieldback.reports.content.Tile;
import io.fieldback.reports.model.Models;
import io.fieldback.reports.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All questions at once: what was read, what fails, since when, which units, which season, who, and what is missing. */
public final class Survey {
    /** The name of the page. */
    public static final String NAME = "overview";

    private static final int NAMED = 6;
    private static final double TELLING = 0.05;

    private final Asking asking;
    private final Row gaps;
    private final List<Finding> standouts = new ArrayList<>();

    private Survey(Asking asking) {
        this.asking = asking;
        this.gaps = asking.database().row(Models.sql("gaps"));
    }

    /** The page. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        return new Survey(asking).report();
    }

    private Report report() {
        Section units = units();
        Section seasons = seasons();
        Section repeats = repeats();
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("figures", "", List.of(tiles())));
        sections.add(fails());
        sections.add(since());
        sections.add(units);
        sections.add(seasons);
        sections.add(repeats);
        ages().ifPresent(sections::add);
        sections.add(read());
        sections.add(unlocks());
        String takeaway = standouts.isEmpty()
                ? asking.say("overview.quiet", gaps.count("failures"))
                : asking.say(
                        "overview.takeaway",
                        standouts.stream()
                                .map(Finding::headline)
                                .filter(headline -> !headline.isEmpty())
                                .limit(NAMED)
                                .collect(Collectors.joining(asking.say("semicolon"))));
        return asking.report(NAME, takeaway, sections, asking.say("counted.overview"));
    }

    private Block.Tiles tiles() {
        List<Tile> tiles = new ArrayList<>();
        String products =
                ExposureSummary.named(asking.texts(), asking.exposure().productsFrom(0));
        tiles.add(tile("tile.failures", asking.exposure().failures(), products));
        tiles.add(tile("tile.complaints", gaps.count("complaints"), asking.say("tile.complaints.detail")));
        long units = asking.database().row(Models.sql("in_field_now")).count("units");
        if (units > 0) {
            tiles.add(tile("tile.units", units, ""));
        }
        List<Month> months = Month.of(asking.rows("fault_trend")).stream()
                .filter(Month::complete)
                .toList();
        if (!months.isEmpty() && asking.exposure().level() >= 1) {
            Month last = months.get(months.size() - 1);
            last.per1000()
                    .ifPresent(rate -> tiles.add(new Tile(
                            asking.say("tile.rate", asking.figures().month(last.month())),
                            asking.figures().number(rate),
                            asking.say("chart.per-1000"),
                            asking.say(
                                    "tile.interval",
                                    last.interval()
                                            .map(asking.figures()::interval)
                                            .orElse("–")))));
        }
        int level = asking.exposure().level();
        if (level > 0) {
            tiles.add(new Tile(
                    asking.say("tile.matched"),
                    asking.figures().share(asking.exposure().matchedShare()),
                    "",
                    asking.say(
                            "tile.matched.detail",
                            asking.exposure().matched(),
                            asking.exposure().failures())));
        }
        tiles.add(new Tile(asking.say("tile.level"), "E" + level, "", asking.say("level." + level)));
        return new Block.Tiles(tiles);
    }

    private Tile tile(String key, long value, String detail) {
        return new Tile(asking.say(key), asking.figures().count(value), "", detail);
    }

    private Section fails() {
        List<Row> components = asking.rows("pareto_components");
        List<Block> blocks = new ArrayList<>();
        if (components.isEmpty()) {
            blocks.add(new Block.Findings(List.of(Finding.plain(asking.say("refusal.no-failures")))));
        } else {
            blocks.add(new Block.Findings(List.of(Finding.plain(Pareto.takeaway(asking, components)))));
            blocks.add(Pareto.chart(asking, components));
        }
        return new Section("fails", asking.say("section.fails"), blocks);
    }

    private Section since() {
        List<Month> months = Month.of(asking.rows("fault_trend"));
        return new Section(
                "since",
                asking.say("section.since"),
                List.of(
                        new Block.Findings(FaultTrend.findings(
                                asking, months, asking.exposure().level() >= 1)),
                        FaultTrend.chart(asking, months)));
    }

    private Section units() {
        LotStandouts lots = LotStandouts.of(asking);
        lots.setAside(asking);
        ModelStandouts models = ModelStandouts.of(asking);
        models.setAside(asking);
        BatchStandouts batches = BatchStandouts.of(asking);
        List<Finding> findings = new ArrayList<>(lots.findings(asking));
        findings.addAll(models.findings(asking, NAMED));
        findings.addAll(batches.unexplained(lots, models).findings(asking, NAMED));
        standouts.addAll(findings);
        if (findings.isEmpty()) {
            findings.add(new Finding(State.QUIET, "", asking.say("units.quiet")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Findings(findings));
        if (asking.exposure().level() >= 3) {
            blocks.add(BatchHeat.chart(asking));
        }
        return new Section("units", asking.say("section.units"), blocks);
    }

    private Section seasons() {
        List<Finding> findings = new ArrayList<>(SeasonStandouts.of(asking).findings(asking));
        standouts.addAll(findings);
        if (findings.isEmpty()) {
            findings.add(new Finding(State.QUIET, "", asking.say("season.quiet")));
        }
        return new Section("seasons", asking.say("section.seasons"), List.of(new Block.Findings(findings)));
    }

    private Section repeats() {
        List<Finding> findings = Repeats.findings(
                asking, asking.rows("repeat_repairs"), asking.rows("repeat_complaints"), asking.rows("repeat_faults"));
        findings.stream().filter(finding -> finding.state() == State.STANDS_OUT).forEach(standouts::add);
        return new Section("repeats", asking.say("section.repeats"), List.of(new Block.Findings(findings)));
    }

    private Optional<Section> ages() {
        if (asking.exposure().level() < 3) {
            return Optional.empty();
        }
        List<Curve> products = Curve.all(asking).stream()
                .filter(curve -> curve.quarter() == null)
                .toList();
        if (products.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Section(
                "ages",
                asking.say("section.ages"),
                List.of(
                        new Block.Findings(List.of(Finding.plain(MonthsInService.takeaway(asking, products)))),
                        CurveChart.chart(asking, products))));
    }

    private Section read() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        long read = 0;
        long rejected = 0;
        long duplicates = 0;
        for (Row row : asking.rows("intake")) {
            read += row.count("read_records");
            rejected += row.count("rejected");
            duplicates += row.count("duplicates");
            rows.add(Arrays.asList(
                    row.text("source"),
                    row.text("seen_in"),
                    row.count("read_records"),
                    row.count("new_contents"),
                    row.count("duplicates"),
                    row.count("rejected")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Findings(List.of(
                rejected == 0
                        ? Finding.plain(asking.say("read.all", read, duplicates))
                        : new Finding(State.WATCH, "", asking.say("read.some", read, duplicates, rejected)))));
        if (!rows.isEmpty()) {
            blocks.add(new Block.Grid(
                    "intake",
                    asking.say("table.intake"),
                    List.of(
                            asking.texts().heading("source", TEXT),
                            asking.texts().heading("seen_in", TEXT),
                            asking.texts().heading("read_records", COUNT),
                            asking.texts().heading("new_contents", COUNT),
                            asking.texts().heading("duplicates", COUNT),
                            asking.texts().heading("rejected", COUNT)),
                    rows));
        }
        List<Row> refused = asking.rows("intake_rejects");
        if (!refused.isEmpty()) {
            blocks.add(rejects(refused));
        }
        return new Section("read", asking.say("section.read"), blocks);
    }

    private Block.Grid rejects(List<Row> refused) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : refused) {
            rows.add(Arrays.asList(
                    row.text("reason"),
                    row.text("field"),
                    row.count("records"),
                    row.text("first_position"),
                    row.text("detail")));
        }
        return new Block.Grid(
                "rejects",
                asking.say("table.rejects"),
                List.of(
                        asking.texts().heading("reason", TEXT),
                        asking.texts().heading("field", TEXT),
                        asking.texts().heading("records", COUNT),
                        asking.texts().heading("first_position", TEXT),
                        asking.texts().heading("detail", TEXT)),
                rows);
    }

    private Section unlocks() {
        List<Finding> findings = new ArrayList<>();
        int level = asking.exposure().level();
        unlock(findings, level == 0, "unlock.sales");
        unlock(findings, level == 1, "unlock.in-service");
        unlock(findings, level == 2, "unlock.serials");
        unlock(findings, level == 3, "unlock.installations");
        unlock(findings, level >= 3 && gaps.count("lots") == 0, "unlock.lots");
        missing(findings, "without_component", "unlock.component");
        missing(findings, "without_serial", "unlock.serial");
        missing(findings, "without_product", "unlock.product");
        missing(findings, "without_day", "unlock.day");
        unlock(
                findings,
                level < 3 && gaps.count("with_production_month") == 0 && gaps.count("failures") > 0,
                "unlock.produced");
        unlock(findings, gaps.count("complaints") == 0, "unlock.complaints");
        unlock(findings, gaps.count("delays") == 0, "unlock.delays");
        if (findings.isEmpty()) {
            findings.add(Finding.plain(asking.say("unlock.nothing")));
        }
        return new Section("unlocks", asking.say("section.unlocks"), List.of(new Block.Findings(findings)));
    }

    private void unlock(List<Finding> findings, boolean missing, String key) {
        if (missing) {
            findings.add(new Finding(State.PLAIN, asking.say(key + ".what"), asking.say(key)));
        }
    }

    private void missing(List<Finding> findings, String column, String key) {
        long all = gaps.count("failures");
        long without = gaps.count(column);
        if (all > 0 && without > TELLING * all) {
            findings.add(new Finding(
                    State.PLAIN,
                    asking.say(key + ".what"),
                    asking.say(key, without, asking.figures().share((double) without / all))));
        }
    }
}
