// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.DAY;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Why figures about the past moved: what became known after a day about the time up to it, each case with its cause. It
 * needs a connection to all that is known, and the day as the context's.
 */
public final class Restatement {
    /** The name on the command line. */
    public static final String NAME = "restatement";

    private Restatement() {}

    /** The answer. */
    public static Report of(Asking asking) {
        if (asking.context().asOf().isEmpty()) {
            return asking.refusal(NAME, asking.say("restatement.no-day"));
        }
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        List<Row> cases = asking.rows("restatement");
        String day = asking.context().asOf().get().toString();
        String takeaway = cases.isEmpty()
                ? asking.say("restatement.none", day)
                : asking.say("restatement.some", day, cases.size());
        return asking.report(
                NAME,
                takeaway,
                List.of(Asking.only(List.of(causes(asking, cases), cases(asking, cases)))),
                asking.say("counted.restatement"));
    }

    private static Block.Grid causes(Asking asking, List<Row> cases) {
        Map<List<String>, Long> counts =
                new TreeMap<>((a, b) -> String.join(" ", a).compareTo(String.join(" ", b)));
        for (Row each : cases) {
            counts.merge(List.of(each.text("type"), each.text("cause")), 1L, Long::sum);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        counts.forEach((key, count) ->
                rows.add(Arrays.asList(key.get(0), asking.say("restatement.cause." + key.get(1)), count)));
        return new Block.Grid(
                "causes",
                asking.say("table.restatement-causes"),
                List.of(
                        asking.texts().heading("case_type", TEXT),
                        asking.texts().heading("restated_by", TEXT),
                        asking.texts().heading("cases", COUNT)),
                rows);
    }

    private static Block.Grid cases(Asking asking, List<Row> cases) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row each : cases) {
            rows.add(Arrays.asList(
                    each.text("type"),
                    each.text("id"),
                    asking.say("restatement.cause." + each.text("cause")),
                    each.textOrNull("product_model"),
                    each.textOrNull("component"),
                    each.dayOrNull("event_on"),
                    each.dayOrNull("event_on_then"),
                    each.dayOrNull("known_on")));
        }
        return new Block.Grid(
                "restated",
                asking.say("table.restatement-cases"),
                List.of(
                        asking.texts().heading("case_type", TEXT),
                        asking.texts().heading("id", TEXT),
                        asking.texts().heading("restated_by", TEXT),
                        asking.texts().heading("product_model", TEXT),
                        asking.texts().heading("component", TEXT),
                        asking.texts().heading("event_on", DAY),
                        asking.texts().heading("event_on_then", DAY),
                        asking.texts().heading("known_on", DAY)),
                rows);
    }
}
