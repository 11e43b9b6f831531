// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.reading;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The table {@code alerts} as people ask of it. A decision knows its alert by name only, and a change may have been
 * taken back by a later one; both are settled here, so that no reader has to.
 */
final class AlertViews {
    /**
     * {@code alert_changes}: the rows of {@code alerts} in its columns, where decisions have the kind, day, severity
     * and scope of their alert, and {@code taken_back} says whether a later row takes the change back. A decision about
     * an alert that does not exist is left out.
     */
    static final String CHANGES = """
            CREATE VIEW alert_changes AS
            WITH own AS (
                SELECT * FROM alerts WHERE kind IS NOT NULL
                QUALIFY row_number() OVER (
                    PARTITION BY alert_id ORDER BY known_on DESC, changed_at DESC, change_id) = 1
            )
            SELECT
                alerts.* REPLACE (
                    own.kind AS kind,
                    coalesce(alerts.opened_on, own.opened_on) AS opened_on,
                    coalesce(alerts.severity, own.severity) AS severity,
                    CASE WHEN alerts.kind IS NULL THEN own.product_model ELSE alerts.product_model END AS product_model,
                    CASE WHEN alerts.kind IS NULL THEN own.component ELSE alerts.component END AS component,
                    CASE WHEN alerts.kind IS NULL THEN own.symptom_code ELSE alerts.symptom_code END AS symptom_code,
                    CASE WHEN alerts.kind IS NULL THEN own.cause_code ELSE alerts.cause_code END AS cause_code,
                    CASE WHEN alerts.kind IS NULL THEN own.region ELSE alerts.region END AS region,
                    CASE WHEN alerts.kind IS NULL THEN own.site_id ELSE alerts.site_id END AS site_id,
                    CASE WHEN alerts.kind IS NULL THEN own.source ELSE alerts.source END AS source,
                    CASE WHEN alerts.kind IS NULL THEN own.subject ELSE alerts.subject END AS subject),
                alerts.change_id IN (SELECT answers FROM alerts WHERE answers IS NOT NULL) AS taken_back
            FROM alerts JOIN own USING (alert_id)
            """;

    /**
     * {@code alerts_current}: one row for each alert, as its newest change of its own says, with {@code state}
     * ({@code open}, {@code closed}, {@code withdrawn}, {@code ended}) and what was decided. What no count closes has
     * ended when nothing more came of it for a while: {@code AlertKind.quietDays()}.
     */
    private static final String CURRENT = """
            CREATE VIEW alerts_current AS
            WITH standing AS (
                SELECT
                    alert_id,
                    count(*) FILTER (change = 'opened') AS openings,
                    arg_max(change, (known_on, changed_at))
                        FILTER (change IN ('opened', 'worsened', 'localised', 'eased', 'closed', 'withdrawn') AND answers IS NULL)
                        AS latest,
                    max(known_on) AS changed_on,
                    max(changed_at) AS changed_at,
                    arg_max(decided_by, changed_at) FILTER (change = 'acknowledged') AS acknowledged_by,
                    max(changed_at) FILTER (change = 'acknowledged') AS acknowledged_at,
                    arg_max(decided_by, changed_at) FILTER (change = 'judged') AS judged_by,
                    arg_max(verdict, changed_at) FILTER (change = 'judged') AS verdict,
                    list_sort(list_distinct(list(linked_id) FILTER (change = 'linked' AND linked_id IS NOT NULL)))
                        AS linked_ids,
                    max(changed_at) FILTER (change = 'escalated') AS escalated_at
                FROM alert_changes
                WHERE NOT taken_back
                GROUP BY alert_id
            ),
            raised AS (
                SELECT DISTINCT alert_id FROM alert_changes WHERE change = 'opened'
            ),
            told AS (
                SELECT * FROM alert_changes WHERE change IN ('opened', 'worsened', 'localised', 'eased', 'closed')
                QUALIFY row_number() OVER (
                    PARTITION BY alert_id ORDER BY taken_back, known_on DESC, changed_at DESC, change_id) = 1
            )
            SELECT
                told.* EXCLUDE (change_id, change, known_on, changed_at, decided_by, verdict, linked_id, answers,
                    taken_back),
                CASE
                    WHEN raised.alert_id IS NOT NULL AND standing.openings = 0 THEN 'withdrawn'
                    WHEN standing.latest = 'withdrawn' THEN 'withdrawn'
                    WHEN standing.latest = 'closed' THEN 'closed'
                    WHEN {day} - told.known_on > CASE
                        WHEN told.kind IN ('rate', 'wear-out', 'new-product') THEN NULL
                        WHEN told.kind = 'safety' THEN 365
                        WHEN told.kind IN ('new-symptom', 'repeat-complaint', 'repeat-repair', 'customer') THEN 90
                        ELSE 30
                    END THEN 'ended'
                    ELSE 'open'
                END AS state,
                standing.changed_on,
                standing.changed_at,
                standing.acknowledged_by,
                standing.acknowledged_at,
                standing.judged_by,
                standing.verdict,
                standing.linked_ids,
                standing.escalated_at
            FROM told JOIN standing USING (alert_id) LEFT JOIN raised USING (alert_id)
            """;

    private AlertViews() {}

    /** The view {@code alerts_current} as a day sees it; if there is none, nothing has ended. */
    static String current(Optional<LocalDate> day) {
        return CURRENT.replace("{day}", day.map(last -> "DATE '" + last + "'").orElse("CAST(NULL AS DATE)"));
    }
}
