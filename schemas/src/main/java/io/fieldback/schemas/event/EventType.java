// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

import io.fieldback.schemas.shape.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of event. To add one: a record, a permit in {@link Event}, a line here; schema, table and wire format
 * follow from these.
 */
public enum EventType {
    /** See {@link Unit}. */
    UNIT("unit", Unit.class, "unit_records", Stage.V1, "soldOn", "invoicedOn", "producedOn"),
    /** See {@link Shipment}. */
    SHIPMENT("shipment", Shipment.class, "shipments", Stage.V1, "shippedOn", "period", "producedOn"),
    /** See {@link Population}. */
    POPULATION("population", Population.class, "populations", Stage.V1, "month"),
    /** See {@link Installation}. */
    INSTALLATION(
            "installation",
            Installation.class,
            "installations",
            Stage.V1,
            "completedAt",
            "acceptedAt",
            "deliveredAt",
            "plannedOn",
            "requestedAt"),
    /** See {@link Repair}. */
    REPAIR("repair", Repair.class, "repairs", Stage.V1, "failedOn", "reportedAt", "arrivedAt", "completedAt"),
    /** See {@link Complaint}. */
    COMPLAINT("complaint", Complaint.class, "complaints", Stage.V1, "complainedAt", "respondedAt", "resolvedAt"),
    /** See {@link Return}. */
    RETURN("return", Return.class, "returns", Stage.V1, "requestedAt", "arrivedAt", "appraisedAt"),
    /** See {@link ServiceRequest}. */
    SERVICE_REQUEST(
            "service-request", ServiceRequest.class, "service_requests", Stage.DRAFT, "requestedAt", "answeredAt"),
    /** See {@link FollowUp}. */
    FOLLOW_UP("follow-up", FollowUp.class, "follow_ups", Stage.DRAFT, "calledAt"),
    /** See {@link PartRequest}. */
    PART_REQUEST("part-request", PartRequest.class, "part_requests", Stage.DRAFT, "requestedAt", "answeredAt"),
    /** See {@link PartMovement}. */
    PART_MOVEMENT("part-movement", PartMovement.class, "part_movements", Stage.DRAFT, "movedAt"),
    /** See {@link CorrectiveAction}. */
    CORRECTIVE_ACTION("corrective-action", CorrectiveAction.class, "corrective_actions", Stage.DRAFT, "openedAt"),
    /** See {@link SupplierClaim}. */
    SUPPLIER_CLAIM("supplier-claim", SupplierClaim.class, "supplier_claims", Stage.DRAFT, "stagedAt"),
    /** See {@link ServiceFee}. */
    SERVICE_FEE("service-fee", ServiceFee.class, "service_fees", Stage.DRAFT, "workedOn"),
    /** See {@link Charge}. */
    CHARGE("charge", Charge.class, "charges", Stage.DRAFT, "chargedOn", "dueOn"),
    /** See {@link AlertDecision}. */
    ALERT_DECISION("alert-decision", AlertDecision.class, "alert_decisions", Stage.DRAFT, "decidedAt");

    /** How firm a type is. */
    public enum Stage {
        /** Changes only in compatible ways. */
        V1,
        /** May change until a report uses it. */
        DRAFT
    }

    private static final Map<String, EventType> BY_WIRE =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::wire, Function.identity()));
    private static final Map<Class<?>, EventType> BY_RECORD =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.record, Function.identity()));

    private final String wire;
    private final Class<? extends Record> record;
    private final String table;
    private final Stage stage;
    private final List<String> dayFields;

    EventType(String wire, Class<? extends Record> record, String table, Stage stage, String... dayFields) {
        this.wire = wire;
        this.record = record;
        this.table = table;
        this.stage = stage;
        this.dayFields = List.of(dayFields);
    }

    /** The name in JSON. */
    public String wire() {
        return wire;
    }

    /** The Kafka topic of the type. */
    public String topic() {
        return "fieldback." + wire + ".v1";
    }

    /** The journal table of the type. */
    public String table() {
        return table;
    }

    /** How firm the type is. */
    public Stage stage() {
        return stage;
    }

    /** Names of the fields that say on which day the case happened, the first that is present wins. */
    public List<String> dayFields() {
        return dayFields;
    }

    /** The shape of the type's record. */
    public Shape<? extends Record> shape() {
        return Shape.of(record);
    }

    /** The type of this JSON name, or null. */
    public static @Nullable EventType ofWire(String wire) {
        return BY_WIRE.get(wire);
    }

    /** The type of an event. */
    public static EventType of(Event event) {
        EventType type = BY_RECORD.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException("Cannot name the type of " + event.getClass() + ": it has no EventType");
        }
        return type;
    }
}
