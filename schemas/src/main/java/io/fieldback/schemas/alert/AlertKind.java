// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.alert;

import java.util.Locale;
import java.util.OptionalInt;

/** What an alert is about. Kinds are kept apart: they are found by other means and asked of other people. */
public enum AlertKind {
    /** Failures of a component, symptom or cause beyond what is expected of these weeks. */
    RATE(Family.QUALITY),
    /** A hazard that rises with age in a cohort. */
    WEAR_OUT(Family.QUALITY),
    /** A model without history of its own, against its predecessor, its series or the component. */
    NEW_PRODUCT(Family.QUALITY),
    /** A symptom never seen before, at several sites. */
    NEW_SYMPTOM(Family.QUALITY),
    /** A safety code or a major incident, at its first event. */
    SAFETY(Family.RULE),
    /** The same consumer, the same problem, again within the period. */
    REPEAT_COMPLAINT(Family.RULE),
    /** The same unit, the same fault, again within 30 days of completion. */
    REPEAT_REPAIR(Family.RULE),
    /** A customer of many units, beyond what they let expect. */
    CUSTOMER(Family.RULE),
    /** A source or region that fell silent. */
    SILENT_SOURCE(Family.NOTICE),
    /** A source that reports again after a silence, or many months at once. */
    RETURNED_SOURCE(Family.NOTICE),
    /** A code never used before, at one site or few. */
    NEW_CODE(Family.NOTICE),
    /** A code whose cases went over to others. */
    CODE_SPLIT(Family.NOTICE),
    /** A scheme of codes that changed as a whole. */
    CODE_SCHEME(Family.NOTICE),
    /** A region that joined. */
    REGION_JOINED(Family.NOTICE),
    /** A product line that ended. */
    PRODUCT_ENDED(Family.NOTICE),
    /** A site that carries more than half of an excess while its other faults rise too. */
    SITE_EXCESS(Family.NOTICE);

    /** Who is asked to act. */
    public enum Family {
        /** The quality department: a statistical finding about a product. */
        QUALITY,
        /** A superior: a single case that must not wait. */
        RULE,
        /** Whoever keeps the data, or the sites: never a finding about a product. */
        NOTICE
    }

    private final Family family;

    AlertKind(Family family) {
        this.family = family;
    }

    /** Who is asked to act. */
    public Family family() {
        return family;
    }

    /**
     * Days after its last finding from which nobody is asked about it any more; empty for what is followed and closed by
     * count. A case that comes back within them is the same matter: a repeat is one within 90 days. A matter of safety
     * asks for a decision, but not for ever: a history of many years is read at once.
     */
    public OptionalInt quietDays() {
        return switch (this) {
            case RATE, WEAR_OUT, NEW_PRODUCT -> OptionalInt.empty();
            case SAFETY -> OptionalInt.of(365);
            case NEW_SYMPTOM, REPEAT_COMPLAINT, REPEAT_REPAIR, CUSTOMER -> OptionalInt.of(90);
            case SILENT_SOURCE,
                    RETURNED_SOURCE,
                    NEW_CODE,
                    CODE_SPLIT,
                    CODE_SCHEME,
                    REGION_JOINED,
                    PRODUCT_ENDED,
                    SITE_EXCESS -> OptionalInt.of(30);
        };
    }

    /** As it stands in tables and messages, such as {@code wear-out}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a code. Throws if there is none. */
    public static AlertKind of(String code) {
        for (AlertKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("Cannot read an alert of kind " + code + ": there is none");
    }
}
