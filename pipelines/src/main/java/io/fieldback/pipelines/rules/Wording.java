// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.code.AlertVerdict;
import io.fieldback.schemas.event.EventType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parts of the sentences of rules. */
final class Wording {
    private Wording() {}

    static AlertScope scope(RuleFact.Subject about, @Nullable String subject) {
        return new AlertScope(
                about.productModel(),
                about.component(),
                about.symptomCode(),
                about.causeCode(),
                about.region(),
                about.siteId(),
                null,
                subject);
    }

    /** Such as {@code Complaint C-1}. */
    static String theCase(RuleContent content) {
        String wire = content.type().wire();
        return Character.toUpperCase(wire.charAt(0)) + wire.substring(1) + ' ' + content.id();
    }

    /** The same in Chinese. */
    static String zhCase(RuleContent content) {
        return word(content.type()) + ' ' + content.id();
    }

    static String word(EventType type) {
        return switch (type) {
            case COMPLAINT -> "投诉";
            case REPAIR -> "维修";
            case RETURN -> "退货";
            case UNIT,
                    SHIPMENT,
                    POPULATION,
                    INSTALLATION,
                    SERVICE_REQUEST,
                    FOLLOW_UP,
                    PART_REQUEST,
                    PART_MOVEMENT,
                    CORRECTIVE_ACTION,
                    SUPPLIER_CLAIM,
                    SERVICE_FEE,
                    CHARGE,
                    ALERT_DECISION -> type.wire();
        };
    }

    static String verdict(AlertVerdict verdict) {
        return switch (verdict) {
            case CONFIRMED -> "属实";
            case FALSE_ALARM -> "误报";
            case KNOWN -> "已知问题";
            case OTHER_UNMAPPED -> "其他";
        };
    }

    /** Such as {@code : KF-72, compressor, symptom E17}; empty if nothing is known. */
    static String about(RuleFact.Subject about) {
        List<String> parts = parts(about, "symptom ", "cause ");
        return parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    }

    /** The same in Chinese. */
    static String zhAbout(RuleFact.Subject about) {
        List<String> parts = parts(about, "现象 ", "原因 ");
        return parts.isEmpty() ? "" : "：" + String.join("，", parts);
    }

    private static List<String> parts(RuleFact.Subject about, String symptom, String cause) {
        List<String> parts = new ArrayList<>();
        add(parts, "", about.productModel());
        add(parts, "", about.component());
        add(parts, symptom, about.symptomCode());
        add(parts, cause, about.causeCode());
        return parts;
    }

    private static void add(List<String> parts, String word, @Nullable String value) {
        if (value != null) {
            parts.add(word + value);
        }
    }
}
