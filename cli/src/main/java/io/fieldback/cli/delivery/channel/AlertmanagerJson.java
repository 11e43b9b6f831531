// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertScope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An alert as Alertmanager's API v2 has it. Its labels are its name there: they are taken from the first change and stay
 * the same whatever happens to it; all that changes is an annotation.
 *
 * @param telling what is told
 * @param end when the alert ends unless it is told again
 */
record AlertmanagerJson(Telling telling, Instant end) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static byte[] array(List<AlertmanagerJson> alerts) {
        ArrayNode array = JSON.createArrayNode();
        alerts.forEach(alert -> array.add(alert.object()));
        try {
            return JSON.writeValueAsBytes(array);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write alerts: " + e.getMessage(), e);
        }
    }

    private ObjectNode object() {
        AlertState state = telling.state();
        Instant start = state.first().changedAt();
        ObjectNode alert = JSON.createObjectNode();
        alert.put("startsAt", (start.isAfter(end) ? end : start).toString());
        alert.put("endsAt", end.toString());
        labels(alert.putObject("labels"), state.first());
        annotations(alert.putObject("annotations"), telling.change());
        return alert;
    }

    private static void labels(ObjectNode labels, AlertChange first) {
        AlertScope scope = first.scope();
        put(labels, "alertname", "fieldback-" + first.kind().code());
        put(labels, "alert_id", first.alertId());
        put(labels, "kind", first.kind().code());
        put(labels, "family", first.kind().family().name().toLowerCase(Locale.ROOT));
        put(labels, "severity", first.severity());
        put(labels, "product_model", scope.productModel());
        put(labels, "component", scope.component());
        put(labels, "symptom_code", scope.symptomCode());
        put(labels, "cause_code", scope.causeCode());
        put(labels, "region", scope.region());
        put(labels, "site_id", scope.siteId());
        put(labels, "source", scope.source());
    }

    private void annotations(ObjectNode annotations, AlertChange change) {
        put(annotations, "summary", change.english());
        put(annotations, "summary_zh", change.chinese());
        put(annotations, "description", DigestText.details(telling, "en"));
        put(annotations, "description_zh", DigestText.details(telling, "zh"));
        put(annotations, "change_id", change.changeId());
        put(annotations, "change", change.change().code());
        put(annotations, "state", telling.state().stage().code());
        put(annotations, "department", telling.duty().department());
        put(annotations, "person", telling.duty().person());
    }

    /** Alertmanager takes an empty label for one that is not there. */
    private static void put(ObjectNode object, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            object.put(name, value);
        }
    }
}
