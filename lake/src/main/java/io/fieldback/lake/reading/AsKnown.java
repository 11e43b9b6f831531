// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import static io.fieldback.lake.reading.DuckTypes.text;

import io.fieldback.schemas.event.EventType;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is known on a day, as queries. A journal holds the day of a content's first reading; a later reading may tell of
 * an earlier one and stands in {@code resightings}. The earlier (day, assumed or not) counts, a sure day before an
 * assumed one.
 */
final class AsKnown {
    /** Schema of what is made on opening and not meant for people. */
    static final String INTERNAL = "fieldback_internal";

    private final Optional<LocalDate> day;

    AsKnown(Optional<LocalDate> day) {
        this.day = day;
    }

    /** Rows of a table that has its own day in {@code column}. */
    String rows(String scan, String column) {
        return "SELECT * FROM (" + scan + ")" + where(column);
    }

    /** The earliest sighting of each content in {@code resightings}. */
    String resighted() {
        return """
                CREATE TABLE %s.resighted AS
                SELECT
                    type,
                    id,
                    content_hash,
                    min(received_at) AS received_at,
                    first(known_on ORDER BY known_on, known_assumed) AS known_on,
                    first(known_assumed ORDER BY known_on, known_assumed) AS known_assumed
                FROM resightings
                GROUP BY ALL
                """.formatted(INTERNAL);
    }

    /** The contents that are not the newest of their case; statements are signed and may be taken back. */
    String superseded() {
        return """
                CREATE TABLE %s.superseded AS
                SELECT DISTINCT type, id, content_hash
                FROM (
                    SELECT type, id, content_hash, superseded_on
                    FROM supersessions
                    GROUP BY ALL
                    HAVING sum(delta) > 0
                )
                """.formatted(INTERNAL);
    }

    /** A journal whose contents were never sighted again earlier. */
    String journal(String scan) {
        return rows(scan, "known_on");
    }

    /** A journal with the earliest sightings. */
    String journal(String scan, EventType type) {
        return """
                SELECT * FROM (
                    SELECT journal.* REPLACE (
                        least(journal.received_at, resighted.received_at) AS received_at,
                        least(journal.known_on, resighted.known_on) AS known_on,
                        CASE
                            WHEN resighted.known_on IS NULL OR journal.known_on < resighted.known_on
                                THEN journal.known_assumed
                            WHEN resighted.known_on < journal.known_on THEN resighted.known_assumed
                            ELSE journal.known_assumed AND resighted.known_assumed
                        END AS known_assumed)
                    FROM (%s) AS journal
                    LEFT JOIN %s.resighted AS resighted
                        ON resighted.type = %s
                        AND resighted.id = journal.id
                        AND resighted.content_hash = journal.content_hash
                )%s
                """.formatted(scan, INTERNAL, text(type.wire()), where("known_on"));
    }

    /**
     * The newest content of each case, unless it is withdrawn or deleted. An anti-join in so many words: DuckDB plans
     * NOT EXISTS over a view so that it reads every column.
     */
    static String current(EventType type) {
        return """
                SELECT journal.*
                FROM %s AS journal
                ANTI JOIN %s.superseded AS superseded
                    ON superseded.type = %s
                    AND superseded.id = journal.id
                    AND superseded.content_hash = journal.content_hash
                WHERE NOT coalesce(journal.voided, false) AND NOT journal.tombstone
                """.formatted(type.table(), INTERNAL, text(type.wire()));
    }

    private String where(String column) {
        return day.map(known -> " WHERE " + column + " <= DATE " + text(known.toString()))
                .orElse("");
    }
}
