// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The alerts of repeated complaints are the recurrences of the definition: the same customer and the same problem code
 * within 90 days. Where they differ there is a reason.
 */
class RepeatsAgreeTest {
    private static final int SEED = 42;

    /** The definition, in SQL of its own; a problem is a symptom, else a component. */
    private static final String DEFINITION = """
            with cases as (
                select
                    'complaint/' || id as name,
                    coalesce(customer_key, customer_id) as customer,
                    coalesce(symptom_code, 'component ' || component, '') as problem,
                    event_on, id
                from complaints_current
                where event_on is not null
            ),
            recurrences as (
                select name, customer, problem from cases
                where customer is not null
                qualify event_on - lag(event_on) over (partition by customer, problem order by event_on, id) <= 90
            ),
            standing as (
                select
                    cases[len(cases)] as name,
                    subject as customer,
                    coalesce(symptom_code, 'component ' || component, '') as problem
                from alert_changes
                where kind = 'repeat-complaint' and change in ('opened', 'worsened') and not taken_back
            ),
            counted as (
                select customer, problem, count(*) as recurrences from recurrences group by all
            ),
            for_others as (
                select customer from (
                    select coalesce(customer_key, customer_id) as customer, serial_no from complaints
                    union all
                    select coalesce(customer_key, customer_id), serial_no from repairs
                )
                group by customer
                having count(distinct serial_no) > 5
            )
            """;

    @TempDir
    Path folder;

    @Test
    void alertsOfComplaintsAreTheRecurrencesOfTheDefinition() {
        System.out.println("seed " + SEED);
        Path events = folder.resolve("events.ndjson.gz");
        assertThat(Run.of(folder, "simulate", "--seed", SEED, "--events", 25_000, "--out", events)
                        .exit())
                .isZero();
        Run read = Run.of(folder, "ingest", "--no-alerts", "--events", events, "--warehouse", folder.resolve("wh"));
        assertThat(read.exit()).as(read.err()).isZero();

        assertThat(rows("select name from recurrences where name in (select name from standing)"))
                .isNotEmpty();
        // An alert tells each repeat of complaints or of repairs, whichever came more often, at the one that came
        // first:
        // there are as many changes as recurrences, though not all at a complaint.
        assertThat(rows("select * from counted where customer not in (select customer from for_others)"
                        + " and recurrences > (select count(*) from standing"
                        + " where standing.customer = counted.customer and standing.problem = counted.problem)"))
                .isEmpty();
        // Who reports for others is no customer: the unit is, and so it is where nobody says who complained.
        assertThat(
                        rows(
                                "select cases.name from standing join cases using (name)"
                                        + " where cases.name not in (select name from recurrences)"
                                        + " and cases.customer is not null and cases.customer not in (select customer from for_others)"))
                .isEmpty();
        // The report of repeated complaints counts those of other problems too.
        assertThat(rows("select name from recurrences where name not in (select name from cases where customer is not"
                        + " null qualify event_on - lag(event_on) over (partition by customer order by event_on, id)"
                        + " <= 90)"))
                .isEmpty();
    }

    private List<String> rows(String question) {
        Run run =
                Run.of(folder, "query", "--warehouse", folder.resolve("wh"), "--format", "csv", DEFINITION + question);
        assertThat(run.exit()).as(run.err()).isZero();
        return run.out().lines().skip(1).toList();
    }
}
