// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.cli.delivery.Duty;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertScope;
import java.util.Locale;

/**
 * A change as a CloudEvent 1.0 in structured mode. Its id is that of the change, so a receiver that is told twice can
 * tell; fields that say nothing are left out.
 */
final class CloudEventJson {
    /** What a receiver learns the form of the body by. */
    static final String CONTENT_TYPE = "application/cloudevents+json; charset=UTF-8";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String source;

    /** Events of a warehouse of an id. */
    CloudEventJson(String warehouseId) {
        this.source = "urn:fieldback:warehouse:" + warehouseId;
    }

    byte[] write(Telling telling) {
        AlertChange change = telling.change();
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", change.changeId());
        event.put("source", source);
        event.put("type", "io.fieldback.alert." + change.change().code());
        event.put("subject", change.alertId());
        event.put("time", change.changedAt().toString());
        event.put("datacontenttype", "application/json");
        ObjectNode data = event.putObject("data");
        data.put("alertId", change.alertId());
        data.put("kind", change.kind().code());
        data.put("family", change.kind().family().name().toLowerCase(Locale.ROOT));
        data.put("change", change.change().code());
        data.put("state", telling.state().stage().code());
        data.put("severity", change.severity());
        data.put("knownOn", change.knownOn().toString());
        data.put("openedOn", change.openedOn().toString());
        scope(data, change.scope());
        figures(data, change.figures());
        texts(data.putArray("cause"), change.cause());
        data.put("decidedBy", change.by());
        data.put("verdict", change.verdict());
        data.put("linkedId", change.linkedId());
        texts(data.putArray("cases"), change.cases());
        data.putObject("sentence").put("en", change.english()).put("zh", change.chinese());
        duty(data.putObject("duty"), telling.duty());
        data.put("rules", change.rules());
        withoutNulls(data);
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write change " + change.changeId() + ": " + e.getMessage(), e);
        }
    }

    private static void scope(ObjectNode data, AlertScope scope) {
        data.put("productModel", scope.productModel());
        data.put("component", scope.component());
        data.put("symptomCode", scope.symptomCode());
        data.put("causeCode", scope.causeCode());
        data.put("region", scope.region());
        data.put("siteId", scope.siteId());
        data.put("source", scope.source());
        data.put("unitOrCustomer", scope.subject());
    }

    private static void figures(ObjectNode data, AlertFigures figures) {
        data.put("exposureLevel", figures.level());
        data.put("basis", figures.basis());
        data.put("observed", figures.observed());
        data.put("expected", figures.expected());
        data.put("ratio", figures.ratio());
        data.put("ratioLow", figures.ratioLow());
        data.put("ratioHigh", figures.ratioHigh());
        data.put("p", figures.p());
        data.put("q", figures.q());
        data.put("unitsInField", figures.unitsInField());
        data.put("costMinor", figures.costMinor());
        data.put("rank", figures.rank());
    }

    private static void duty(ObjectNode json, Duty duty) {
        json.put("department", duty.department());
        json.put("person", duty.person());
        json.put(
                "deadlineHours",
                duty.deadline() == null ? null : Long.valueOf(duty.deadline().toHours()));
        withoutNulls(json);
    }

    private static void texts(ArrayNode json, Iterable<String> texts) {
        texts.forEach(json::add);
    }

    private static void withoutNulls(ObjectNode json) {
        json.properties().removeIf(entry -> entry.getValue().isNull());
    }
}
