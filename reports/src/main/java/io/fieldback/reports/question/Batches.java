// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.MONTH;
import static io.fieldback.reports.content.Heading.Kind.NUMBER;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which production months and supplier lots fail more than the others. */
public final class Batches {
    /** The name on the command line. */
    public static final String NAME = "batches";

    private static final int NAMED = 8;
    private static final int LOTS = 60;

    private Batches() {}

    /** The answer; shares of failures instead of rates where the units made are not known. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        List<Row> made = asking.rows("batch_made");
        boolean rates = asking.exposure().level() >= 3;
        if (made.isEmpty()) {
            return asking.refusal(
                    NAME,
                    asking.say("refusal.batches", asking.context().product().orElse(asking.say("word.all-products"))));
        }
        LotStandouts lots = LotStandouts.of(asking);
        BatchStandouts batches = BatchStandouts.of(asking);
        List<Finding> findings = new ArrayList<>(lots.findings(asking));
        findings.addAll(batches.findings(asking, NAMED));
        if (findings.isEmpty()) {
            findings.add(new Finding(State.QUIET, "", asking.say("batches.quiet")));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Findings(findings));
        if (rates) {
            blocks.add(BatchHeat.chart(asking));
        }
        if (!lots.all().isEmpty()) {
            blocks.add(lotTable(asking, lots));
        }
        blocks.add(rates ? BatchHeat.table(asking) : counts(asking, made));
        Finding first = findings.get(0);
        String takeaway = first.state() == State.QUIET
                ? first.sentence()
                : asking.say("batches.takeaway", findings.size(), first.headline());
        return asking.report(
                NAME,
                takeaway,
                List.of(Asking.only(blocks)),
                asking.say(rates ? "counted.batches" : "counted.batches.counts"));
    }

    private static Block.Grid lotTable(Asking asking, LotStandouts lots) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        lots.all().stream()
                .sorted(Comparator.comparingDouble((Comparison it) -> it.expected() - it.observed()))
                .limit(LOTS)
                .forEach(it -> rows.add(Arrays.asList(
                        it.row().text("component"),
                        it.row().text("supplier"),
                        it.row().text("lot"),
                        LotStandouts.months(
                                asking,
                                it.row().dayOrNull("first_month"),
                                it.row().dayOrNull("last_month")),
                        it.row().count("units"),
                        it.observed(),
                        it.expected(),
                        it.ratio(),
                        it.interval().lower(),
                        it.interval().upper(),
                        asking.say(it.standsOut() ? "state.stands-out" : "state.quiet"))));
        return new Block.Grid(
                "lots",
                asking.say("table.lots"),
                List.of(
                        asking.texts().heading("component", TEXT),
                        asking.texts().heading("supplier", TEXT),
                        asking.texts().heading("lot", TEXT),
                        asking.texts().heading("production_months", TEXT),
                        asking.texts().heading("units", COUNT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("expected", NUMBER),
                        asking.texts().heading("ratio", NUMBER),
                        asking.texts().heading("lower_95", NUMBER),
                        asking.texts().heading("upper_95", NUMBER),
                        asking.texts().heading("verdict", TEXT)),
                rows);
    }

    private static Block.Grid counts(Asking asking, List<Row> made) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : made) {
            rows.add(Arrays.asList(row.day("production_month"), row.count("failures"), row.count("failed_units")));
        }
        return new Block.Grid(
                "production_months",
                asking.say("table.batch-counts"),
                List.of(
                        asking.texts().heading("production_month", MONTH),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("failed_units", COUNT)),
                rows);
    }
}
