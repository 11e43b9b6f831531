// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.DAY;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Units repaired again, customers who complain again, components that fail again and again. */
public final class Repeats {
    /** The name on the command line. */
    public static final String NAME = "repeats";

    /** Complaints that follow another within 90 days from which a customer is named in a sentence. */
    private static final long STUBBORN = 2;

    private static final int KEY_SHOWN = 14;

    private Repeats() {}

    /** The answer. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        List<Row> repairs = asking.rows("repeat_repairs");
        List<Row> customers = asking.rows("repeat_complaints");
        List<Row> faults = asking.rows("repeat_faults");
        List<Finding> findings = findings(asking, repairs, customers, faults);
        return asking.report(
                NAME,
                findings.get(0).sentence(),
                List.of(Asking.only(List.of(
                        new Block.Findings(findings.subList(1, findings.size())),
                        repairTable(asking, repairs),
                        customerTable(asking, customers),
                        faultTable(asking, faults)))),
                asking.say("counted.repeats"));
    }

    /** The share repaired again, then the customers and the units that stand out. */
    static List<Finding> findings(Asking asking, List<Row> repairs, List<Row> customers, List<Row> faults) {
        List<Finding> findings = new ArrayList<>();
        long all = asking.database()
                .row("select count(*) as n from scoped_failures where type = 'repair' and serial_no is not null")
                .count("n");
        if (all == 0) {
            findings.add(Finding.plain(asking.say("repeats.no-serials")));
        } else {
            Share share = new Share(repairs.size(), all);
            long same =
                    repairs.stream().filter(row -> row.flag("same_component")).count();
            findings.add(Finding.plain(asking.say(
                    "repeats.repairs",
                    repairs.size(),
                    all,
                    asking.figures().share(share.value()),
                    percent(asking, share.interval(Interval.DEFAULT_CONFIDENCE)),
                    same)));
        }
        List<Row> stubborn = customers.stream()
                .filter(row -> row.count("repeats") >= STUBBORN)
                .toList();
        findings.add(
                customers.isEmpty()
                        ? new Finding(State.QUIET, "", asking.say("repeats.no-customers"))
                        : new Finding(
                                stubborn.isEmpty() ? State.WATCH : State.STANDS_OUT,
                                "",
                                asking.say("repeats.customers", customers.size(), stubborn.size())));
        for (Row row : stubborn.stream().limit(3).toList()) {
            findings.add(new Finding(
                    State.STANDS_OUT,
                    asking.say("repeats.customer.headline", shortened(row.text("customer"))),
                    asking.say(
                            "repeats.customer",
                            row.count("complaints"),
                            row.text("first_on"),
                            row.text("last_on"),
                            row.text("product_models"),
                            row.text("components"))));
        }
        if (!faults.isEmpty()) {
            Row worst = faults.get(0);
            findings.add(new Finding(
                    State.WATCH,
                    "",
                    asking.say(
                            "repeats.faults",
                            faults.size(),
                            worst.text("serial_no"),
                            worst.text("component"),
                            worst.count("failures"))));
        }
        return findings;
    }

    private static String percent(Asking asking, Interval interval) {
        return asking.figures().interval(interval.times(100)) + asking.say("percent");
    }

    private static String shortened(String customer) {
        return customer.length() <= KEY_SHOWN ? customer : customer.substring(0, KEY_SHOWN) + "…";
    }

    private static Block.Grid repairTable(Asking asking, List<Row> repairs) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : repairs) {
            rows.add(Arrays.asList(
                    row.text("serial_no"),
                    row.text("product_model"),
                    row.text("earlier_id"),
                    row.day("earlier_on"),
                    asking.component(row.textOrNull("earlier_component")),
                    row.text("id"),
                    row.day("event_on"),
                    asking.component(row.textOrNull("component")),
                    row.count("days_between")));
        }
        return new Block.Grid(
                "repairs",
                asking.say("table.repeat-repairs"),
                List.of(
                        asking.texts().heading("serial_no", TEXT),
                        asking.texts().heading("product_model", TEXT),
                        asking.texts().heading("earlier_id", TEXT),
                        asking.texts().heading("earlier_on", DAY),
                        asking.texts().heading("earlier_component", TEXT),
                        asking.texts().heading("id", TEXT),
                        asking.texts().heading("event_on", DAY),
                        asking.texts().heading("component", TEXT),
                        asking.texts().heading("days_between", COUNT)),
                rows);
    }

    private static Block.Grid customerTable(Asking asking, List<Row> customers) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : customers) {
            rows.add(Arrays.asList(
                    shortened(row.text("customer")),
                    row.count("complaints"),
                    row.count("repeats"),
                    row.day("first_on"),
                    row.day("last_on"),
                    row.text("product_models"),
                    row.text("components")));
        }
        return new Block.Grid(
                "customers",
                asking.say("table.repeat-complaints"),
                List.of(
                        asking.texts().heading("customer", TEXT),
                        asking.texts().heading("complaints", COUNT),
                        asking.texts().heading("repeats", COUNT),
                        asking.texts().heading("first_on", DAY),
                        asking.texts().heading("last_on", DAY),
                        asking.texts().heading("product_models", TEXT),
                        asking.texts().heading("components", TEXT)),
                rows);
    }

    private static Block.Grid faultTable(Asking asking, List<Row> faults) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Row row : faults) {
            rows.add(Arrays.asList(
                    row.text("serial_no"),
                    row.text("product_model"),
                    row.text("component"),
                    row.count("failures"),
                    row.dayOrNull("first_on"),
                    row.dayOrNull("last_on")));
        }
        return new Block.Grid(
                "faults",
                asking.say("table.repeat-faults"),
                List.of(
                        asking.texts().heading("serial_no", TEXT),
                        asking.texts().heading("product_model", TEXT),
                        asking.texts().heading("component", TEXT),
                        asking.texts().heading("failures", COUNT),
                        asking.texts().heading("first_on", DAY),
                        asking.texts().heading("last_on", DAY)),
                rows);
    }
}
