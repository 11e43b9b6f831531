// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.table;

import io.fieldback.schemas.event.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All tables of a warehouse. */
public final class Tables {
    /** Signed increments of what failed, was complained of or came back. */
    public static final Table FAILURE_LEDGER = new Table(
            "failure_ledger",
            "product x component x symptom x cause x class x region x day it happened x day it became known",
            List.of(
                    Column.of("product_model", ColumnType.TEXT, "Product model code as the event gave it."),
                    Column.of("component", ColumnType.TEXT, "Component code as the event gave it."),
                    Column.of("symptom_code", ColumnType.TEXT, "Symptom code as the event gave it."),
                    Column.of("cause_code", ColumnType.TEXT, "Cause code as the event gave it."),
                    Column.of("cause_class", ColumnType.TEXT, "Whether the product is to blame."),
                    Column.of("region", ColumnType.TEXT, "Region code as the event gave it."),
                    Column.of("event_on", ColumnType.DATE, "Day it happened; null where no field says one."),
                    Column.required("known_on", ColumnType.DATE, "Day this increment became known."),
                    Column.required("orders", ColumnType.LONG, "Repairs of kind failure, at their main fault."),
                    Column.required(
                            "incidents",
                            ColumnType.LONG,
                            "Repairs of kind failure, once for each component of theirs."),
                    Column.required("fault_lines", ColumnType.LONG, "Fault lines of repairs of kind failure."),
                    Column.required("complaints", ColumnType.LONG, "Complaints; never added to failures."),
                    Column.required("quality_returns", ColumnType.LONG, "Returns and exchanges for quality."),
                    Column.required("cost_minor", ColumnType.LONG, "Parts, labour, travel and credit, minor units."),
                    Column.required("downtime_minutes", ColumnType.LONG, "Downtime, minutes, at the main fault.")));

    /** Which content of a case replaced which. */
    public static final Table SUPERSESSIONS = new Table(
            "supersessions",
            "one signed statement that one content of a case is no longer the newest, with the day it ceased to be",
            List.of(
                    Column.required("type", ColumnType.TEXT, "Event type."),
                    Column.unique("id", ColumnType.TEXT, "Id of the case."),
                    Column.unique("content_hash", ColumnType.TEXT, "The content that was replaced."),
                    Column.required("superseded_on", ColumnType.DATE, "From this day on it is not the newest."),
                    Column.required("delta", ColumnType.LONG, "1 states it, -1 takes it back.")));

    /** Earlier sightings of contents that the journal holds with a later known day. */
    public static final Table RESIGHTINGS = new Table(
            "resightings",
            "one sighting of a known content that was received, or could be known, earlier than thought",
            List.of(
                    Column.required("type", ColumnType.TEXT, "Event type."),
                    Column.unique("id", ColumnType.TEXT, "Id of the case."),
                    Column.unique("content_hash", ColumnType.TEXT, "The content."),
                    Column.of("received_at", ColumnType.TIMESTAMP, "The earlier receipt."),
                    Column.required("known_on", ColumnType.DATE, "The earlier known day."),
                    Column.required("known_assumed", ColumnType.BOOLEAN, "Whether that day is inferred.")));

    /** What was refused, with its bytes. */
    public static final Table REJECTED_RECORDS = new Table(
            "rejected_records",
            "one refused input",
            List.of(
                    Column.unique("hash", ColumnType.TEXT, "Keyed hash of the original bytes, hex."),
                    Column.required("reason", ColumnType.TEXT, "Reason code."),
                    Column.of("field", ColumnType.TEXT, "Field at fault."),
                    Column.of("detail", ColumnType.TEXT, "What is wrong, in words; personal data masked."),
                    Column.of("source", ColumnType.TEXT, "Source system, where it can be read."),
                    Column.required("seen_in", ColumnType.TEXT, "Topic or file."),
                    Column.of("seen_partition", ColumnType.LONG, "Partition of the topic."),
                    Column.unique("seen_at", ColumnType.LONG, "Offset in the topic or record in the file."),
                    Column.of("position", ColumnType.TEXT, "Place in the imported file, such as sheet!cell."),
                    Column.required("known_on", ColumnType.DATE, "Day Fieldback could know it."),
                    Column.unique("original_sealed", ColumnType.BYTES, "The original bytes, sealed."),
                    Column.required("original_length", ColumnType.LONG, "Length of the original, bytes."),
                    Column.required("program_version", ColumnType.TEXT, "Version of Fieldback that refused it.")));

    /** What was read, and what became of it. */
    public static final Table INTAKE_ACCOUNTS = new Table(
            "intake_accounts",
            "source x epoch; read = new + duplicate + rejected",
            List.of(
                    Column.required("source", ColumnType.TEXT, "Source system; ? where it cannot be read."),
                    Column.required("seen_in", ColumnType.TEXT, "Topic or file."),
                    Column.required("epoch", ColumnType.LONG, "Checkpoint of the epoch within its lineage."),
                    Column.required("lineage", ColumnType.TEXT, "Lineage of the epoch."),
                    Column.required("read_records", ColumnType.LONG, "Records read."),
                    Column.required("new_contents", ColumnType.LONG, "Contents not held before."),
                    Column.required("duplicates", ColumnType.LONG, "Contents held before."),
                    Column.required("rejected", ColumnType.LONG, "Records refused.")));

    /** Signed increments of failures by the age of the unit: the numerator of every life statistic. */
    public static final Table COHORT_LEDGER = new Table(
            "cohort_ledger",
            "product x component x production month x in-service month x age month x recorded x day it became known",
            List.of(
                    Column.of(
                            "product_model",
                            ColumnType.TEXT,
                            "Product model code of the unit; as the case gave it where nothing says the unit's."),
                    Column.of("component", ColumnType.TEXT, "Component code as the event gave it."),
                    Column.of("production_month", ColumnType.DATE, "First day of the month of production."),
                    Column.of(
                            "in_service_month",
                            ColumnType.DATE,
                            "First day of the month the unit went into service; null where no exact day is known."),
                    Column.of(
                            "age_month",
                            ColumnType.LONG,
                            "1 is the first month in service, 0 before use; null where no exact day is known."),
                    Column.required(
                            "recorded",
                            ColumnType.BOOLEAN,
                            "Whether the denominator has the unit: a registration, shipment, installation or exchange"
                                    + " names it."),
                    Column.required("known_on", ColumnType.DATE, "Day this increment became known."),
                    Column.required("failures", ColumnType.LONG, "Failures of units, at their main component."),
                    Column.required(
                            "incidents", ColumnType.LONG, "Failures of units, once for each of their components."),
                    Column.required(
                            "first_of_unit",
                            ColumnType.LONG,
                            "Failures that are the unit's first, at their main component."),
                    Column.required(
                            "first_of_component",
                            ColumnType.LONG,
                            "Incidents that are the unit's first of the component."),
                    Column.required(
                            "first_of_symptom",
                            ColumnType.LONG,
                            "Symptoms of the component that the unit shows for the first time."),
                    Column.required("cost_minor", ColumnType.LONG, "Parts, labour, travel and credit, minor units.")));

    /** Signed increments of units: the denominator, kept apart because it grows every month although no event arrives. */
    public static final Table EXPOSURE_LEDGER = new Table(
            "exposure_ledger",
            "product x production month x in-service month x month of shipping x month of leaving x region x day it became"
                    + " known",
            List.of(
                    Column.of("product_model", ColumnType.TEXT, "Product model code of the unit."),
                    Column.of("production_month", ColumnType.DATE, "First day of the month of production."),
                    Column.of(
                            "in_service_month",
                            ColumnType.DATE,
                            "First day of the month the unit went into service; null where no exact day is known."),
                    Column.of("shipped_month", ColumnType.DATE, "First day of the month of shipping."),
                    Column.of(
                            "withdrawn_month",
                            ColumnType.DATE,
                            "First day of the month the unit left the field; null while it is there."),
                    Column.of("region", ColumnType.TEXT, "Region code of the unit."),
                    Column.required("known_on", ColumnType.DATE, "Day this increment became known."),
                    Column.required("units", ColumnType.LONG, "Recorded units.")));

    /** Alerts: the outbox of delivery. */
    public static final Table ALERTS = new Table(
            "alerts",
            "one change of one alert",
            List.of(
                    Column.unique(
                            "change_id", ColumnType.TEXT, "Names the change; the same however often it is found."),
                    Column.unique("alert_id", ColumnType.TEXT, "Names the alert."),
                    Column.of("kind", ColumnType.TEXT, "What the alert is about; null in decisions."),
                    Column.required("change", ColumnType.TEXT, "What happened to it."),
                    Column.required("known_on", ColumnType.DATE, "Day by whose end all that it rests on was known."),
                    Column.required("changed_at", ColumnType.TIMESTAMP, "Known time at which it happened."),
                    Column.of("opened_on", ColumnType.DATE, "Day on which the alert opened; null in decisions."),
                    Column.of("severity", ColumnType.TEXT, "safety, major, serious or minor; null in decisions."),
                    Column.of("product_model", ColumnType.TEXT, "Product model code."),
                    Column.of("component", ColumnType.TEXT, "Component code."),
                    Column.of("symptom_code", ColumnType.TEXT, "Symptom code."),
                    Column.of("cause_code", ColumnType.TEXT, "Cause code."),
                    Column.of("region", ColumnType.TEXT, "Region code."),
                    Column.of("site_id", ColumnType.TEXT, "Service site."),
                    Column.of("source", ColumnType.TEXT, "Source system, of data notices."),
                    Column.of("subject", ColumnType.TEXT, "Serial number or customer key, of rules."),
                    Column.of("level", ColumnType.LONG, "Exposure level, 0 to 4."),
                    Column.of("basis", ColumnType.TEXT, "What the expectation is made of."),
                    Column.of("observed", ColumnType.LONG, "Cases."),
                    Column.of("expected", ColumnType.DOUBLE, "Cases, of what is reported so far."),
                    Column.of("ratio", ColumnType.DOUBLE, "Observed over expected."),
                    Column.of("ratio_low", ColumnType.DOUBLE, "Lower end of its 95 % interval."),
                    Column.of("ratio_high", ColumnType.DOUBLE, "Upper end of its 95 % interval."),
                    Column.of("p", ColumnType.DOUBLE, "Chance of so much without a cause."),
                    Column.of("q", ColumnType.DOUBLE, "The same, as one of all series looked at."),
                    Column.of("units_in_field", ColumnType.LONG, "Units of the scope still in the field."),
                    Column.of("cost_minor", ColumnType.LONG, "Cost of the observed cases, minor units."),
                    Column.of("rank", ColumnType.DOUBLE, "Severity x excess x units in field x cost."),
                    Column.texts("cause", "What the excess is bound to, as axis=value."),
                    Column.of("decided_by", ColumnType.TEXT, "Who decided, of decisions."),
                    Column.of("verdict", ColumnType.TEXT, "What it turned out to be, of judgements."),
                    Column.of("linked_id", ColumnType.TEXT, "Corrective action, of links."),
                    Column.texts("cases", "Cases that a rule rests on, as type/id."),
                    Column.unique("sentence_en", ColumnType.TEXT, "One sentence."),
                    Column.unique("sentence_zh", ColumnType.TEXT, "One sentence, in Chinese."),
                    Column.of("evidence", ColumnType.TEXT, "Parts, past alerts, and the SQL of the figures, as JSON."),
                    Column.required("rules", ColumnType.TEXT, "Fingerprint of the rules that raised it."),
                    Column.of("answers", ColumnType.TEXT, "The change that this one takes back.")));

    /** Looks at all series: up to which known day alerts have been judged, and what the next look begins with. */
    public static final Table WATCH_TICKS = new Table(
            "watch_ticks",
            "one look at all series",
            List.of(
                    Column.required("known_on", ColumnType.DATE, "Day by whose end all that was looked at was known."),
                    Column.required("series", ColumnType.LONG, "Series with cases."),
                    Column.required("judged", ColumnType.LONG, "Series that had enough to be judged."),
                    Column.required("open_alerts", ColumnType.LONG, "Alerts open after the look."),
                    Column.unique(
                            "standing", ColumnType.TEXT, "What the next look has to know of open alerts, as JSON."),
                    Column.required("rules", ColumnType.TEXT, "Fingerprint of the rules."),
                    Column.of(
                            "not_judged",
                            ColumnType.TEXT,
                            "Products that counts say nothing of yet, why and until when, as JSON; of the last look of a run.")));

    private static final Set<String> COHORT_MEASURES =
            Set.of("failures", "incidents", "first_of_unit", "first_of_component", "first_of_symptom", "cost_minor");

    private static final Set<String> LEDGER_MEASURES = Set.of(
            "orders", "incidents", "fault_lines", "complaints", "quality_returns", "cost_minor", "downtime_minutes");

    private Tables() {}

    /**
     * Every table that is stored as Parquet: journals, then the others. {@link #INTAKE_ACCOUNTS} is not: an epoch
     * carries its accounts in its own row, and readers see them as this table.
     */
    public static List<Table> all() {
        List<Table> all = new ArrayList<>();
        for (EventType type : EventType.values()) {
            all.add(Journals.of(type));
        }
        all.addAll(List.of(
                FAILURE_LEDGER,
                COHORT_LEDGER,
                EXPOSURE_LEDGER,
                SUPERSESSIONS,
                RESIGHTINGS,
                REJECTED_RECORDS,
                ALERTS,
                WATCH_TICKS));
        return all;
    }

    /**
     * The columns of a signed table that are summed within equal keys, which are all its other columns; none for a
     * table whose rows stand for themselves.
     */
    public static Set<String> measures(String table) {
        return switch (table) {
            case "failure_ledger" -> LEDGER_MEASURES;
            case "cohort_ledger" -> COHORT_MEASURES;
            case "exposure_ledger" -> Set.of("units");
            case "supersessions" -> Set.of("delta");
            default -> Set.of();
        };
    }

    /** The table of this name. Throws if there is none. */
    public static Table named(String name) {
        return all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot find table " + name + ": there is none"));
    }
}
