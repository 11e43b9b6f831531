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
        all.addAll(List.of(FAILURE_LEDGER, SUPERSESSIONS, RESIGHTINGS, REJECTED_RECORDS));
        return all;
    }

    /**
     * The columns of a signed table that are summed within equal keys, which are all its other columns; none for a
     * table whose rows stand for themselves.
     */
    public static Set<String> measures(String table) {
        return table.equals(FAILURE_LEDGER.name())
                ? LEDGER_MEASURES
                : table.equals(SUPERSESSIONS.name()) ? Set.of("delta") : Set.of();
    }

    /** The table of this name. Throws if there is none. */
    public static Table named(String name) {
        return all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot find table " + name + ": there is none"));
    }
}
