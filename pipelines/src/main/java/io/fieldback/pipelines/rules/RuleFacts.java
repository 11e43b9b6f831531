// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.rules.RuleFact.Decision;
import io.fieldback.pipelines.rules.RuleFact.Demand;
import io.fieldback.pipelines.rules.RuleFact.Incident;
import io.fieldback.pipelines.rules.RuleFact.Subject;
import io.fieldback.schemas.code.DecisionKind;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.code.Severity;
import io.fieldback.schemas.event.AlertDecision;
import io.fieldback.schemas.event.Complaint;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.event.Return;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a content says to the rules: a pure rule, and the only place that knows it on the writing side.
 *
 * @param ofCase what the case itself raises; null for nearly all
 * @param demand what a customer wants; null where none is known
 */
public record RuleFacts(@Nullable RuleFact ofCase, @Nullable Demand demand) {
    /** Nothing. */
    public static final RuleFacts NONE = new RuleFacts(null, null);

    /** Columns of journals that facts are made of, beside the day and whether it is voided. */
    public static final Set<String> COLUMNS = Set.of(
            "serial_no",
            "customer_id",
            "customer_key",
            "product_model",
            "component",
            "symptom_code",
            "cause_code",
            "region",
            "site_id",
            "severity",
            "service_kind",
            "faults",
            "alert_id",
            "kind",
            "verdict",
            "action_id",
            "decided_by",
            "decided_at",
            "comment");

    /** Types that may say something. */
    public static final Set<EventType> TYPES =
            Set.of(EventType.COMPLAINT, EventType.REPAIR, EventType.RETURN, EventType.ALERT_DECISION);

    /** Visits that a customer asked for because something was wrong; not said counts as one. */
    private static final Set<ServiceKind> ASKED_FOR =
            Set.of(ServiceKind.FAILURE, ServiceKind.INSTALLATION_FAULT, ServiceKind.NO_FAULT_FOUND);

    private static final Fault NO_FAULT = new Fault(null, null, null, null, null, null, List.of(), null);

    /**
     * The facts of a content.
     *
     * @param event the content; not a deletion
     * @param eventOn day it happened, days since 1970
     * @param customerKey pseudonym of the customer
     */
    public static RuleFacts of(
            Event event, @Nullable Integer eventOn, @Nullable String customerKey, RuleSettings settings) {
        if (event.envelope().voided()) {
            return NONE;
        }
        if (event instanceof Complaint complaint) {
            return complaint(complaint, eventOn, customerKey, settings);
        }
        if (event instanceof Repair repair) {
            return repair(repair, eventOn, customerKey, settings);
        }
        if (event instanceof Return returned) {
            Subject about = new Subject(
                    eventOn,
                    returned.serialNo(),
                    returned.productModel(),
                    returned.component(),
                    returned.symptomCode(),
                    returned.causeCode(),
                    returned.region(),
                    returned.siteId());
            return new RuleFacts(incident(about, false, settings), null);
        }
        return event instanceof AlertDecision decision ? new RuleFacts(decision(decision), null) : NONE;
    }

    private static RuleFacts complaint(
            Complaint complaint, @Nullable Integer eventOn, @Nullable String customerKey, RuleSettings settings) {
        Subject about = new Subject(
                eventOn,
                complaint.serialNo(),
                complaint.productModel(),
                complaint.component(),
                complaint.symptomCode(),
                null,
                complaint.region(),
                complaint.siteId());
        boolean major = complaint.severity() == Severity.MAJOR_INCIDENT;
        String identity = settings.identity(customerKey, complaint.customerId());
        if (identity == null && complaint.serialNo() != null) {
            identity = Demand.UNIT + complaint.serialNo();
        }
        return new RuleFacts(incident(about, major, settings), demand(identity, major, about, settings));
    }

    private static RuleFacts repair(
            Repair repair, @Nullable Integer eventOn, @Nullable String customerKey, RuleSettings settings) {
        Fault main = repair.faults().isEmpty() ? NO_FAULT : repair.faults().get(0);
        Fault unsafe = main;
        for (Fault line : repair.faults()) {
            if (code(line.symptomCode(), line.causeCode(), settings) != null) {
                unsafe = line;
                break;
            }
        }
        boolean major = repair.severity() == Severity.MAJOR_INCIDENT;
        boolean asked = repair.serviceKind() == null || ASKED_FOR.contains(repair.serviceKind());
        String identity = asked ? settings.identity(customerKey, repair.customerId()) : null;
        return new RuleFacts(
                incident(about(repair, eventOn, unsafe), major, settings),
                demand(identity, major, about(repair, eventOn, main), settings));
    }

    private static Subject about(Repair repair, @Nullable Integer eventOn, Fault line) {
        return new Subject(
                eventOn,
                repair.serialNo(),
                repair.productModel(),
                line.component(),
                line.symptomCode(),
                line.causeCode(),
                repair.region(),
                repair.siteId());
    }

    private static @Nullable Demand demand(
            @Nullable String identity, boolean major, Subject about, RuleSettings settings) {
        // Without a day nobody can say what is within 90 days of it.
        return identity == null || about.day() == null
                ? null
                : new Demand(identity, settings.group(about.symptomCode(), about.component()), major, about);
    }

    private static @Nullable Incident incident(Subject about, boolean major, RuleSettings settings) {
        String code = code(about.symptomCode(), about.causeCode(), settings);
        return code != null || major ? new Incident(code, about) : null;
    }

    private static @Nullable String code(
            @Nullable String symptomCode, @Nullable String causeCode, RuleSettings settings) {
        if (symptomCode != null && settings.safetyCodes().contains(symptomCode)) {
            return symptomCode;
        }
        return causeCode != null && settings.safetyCodes().contains(causeCode) ? causeCode : null;
    }

    /** A decision that names no alert, or says what no program knows, stays in the journal and changes nothing. */
    private static @Nullable Decision decision(AlertDecision decision) {
        String alertId = decision.alertId();
        DecisionKind kind = decision.kind();
        return alertId == null || kind == null || kind == DecisionKind.OTHER_UNMAPPED
                ? null
                : new Decision(
                        alertId,
                        kind,
                        decision.verdict(),
                        decision.actionId(),
                        decision.decidedBy(),
                        decision.decidedAt(),
                        decision.comment());
    }
}
