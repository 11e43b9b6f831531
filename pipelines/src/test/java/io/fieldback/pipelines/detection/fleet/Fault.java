// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fault that was planted: what there is to be found.
 *
 * @param kind what carries it
 * @param models codes of the models that have it
 * @param line their product line
 * @param component code
 * @param symptom in which four of five of its failures show
 * @param times what the hazard of what carries it is multiplied with
 * @param lot that carries it
 * @param builtFrom first month of production, or in service, that carries it; {@link Integer#MIN_VALUE} for all
 * @param builtTo last month of production, or in service, that carries it; {@link Integer#MAX_VALUE} for all
 * @param region that carries it
 * @param from first day on which it can cause failures
 * @param to the day after the last
 * @param onset the day on which the first failure happened that would not have happened without it
 * @param failures that would not have happened without it, until the end of the fleet
 */
public record Fault(
        Kind kind,
        List<String> models,
        int line,
        String component,
        String symptom,
        double times,
        @Nullable String lot,
        int builtFrom,
        int builtTo,
        @Nullable String region,
        int from,
        int to,
        int onset,
        int failures) {
    private static final String MONTH = "production-month=";
    private static final String IN_SERVICE = "in-service-month=";

    /** What carries a fault. */
    public enum Kind {
        /** A supplier's lot, in one model or several. */
        LOT,
        /** The units of a month of production of one model. */
        PRODUCTION_MONTH,
        /** All units of one model from a month of production on. */
        DESIGN_CHANGE,
        /** The units in a region, for nine months, all models of the line. */
        REGION,
        /** All units of one model for half a year, wherever and whenever made. */
        RISE,
        /** All units of one model, more every month for a year. */
        DRIFT,
        /** Half a year's production of one model, which wears out early: the older the more. */
        EARLY_WEAR,
        /** The units of one model that came in service in a month: shipped or installed badly. */
        IN_SERVICE_MONTH;

        /** Whether there is something to name. */
        public boolean isLocalised() {
            return this != RISE && this != DRIFT;
        }
    }

    /** What an alert had best name, as its cause says it; empty if nothing may be named. */
    public String cause() {
        return switch (kind) {
            case LOT -> "lot=" + lot;
            case PRODUCTION_MONTH, DESIGN_CHANGE, EARLY_WEAR -> MONTH + Days.text(builtFrom);
            case IN_SERVICE_MONTH -> IN_SERVICE + Days.text(builtFrom);
            case REGION -> "region=" + region;
            case RISE, DRIFT -> "";
        };
    }

    /** Whether what an alert names carries the fault: of several months of production, any of them will do. */
    public boolean isNamedBy(String named) {
        return switch (kind) {
            case LOT, REGION -> named.equals(cause());
            case PRODUCTION_MONTH, DESIGN_CHANGE, EARLY_WEAR, IN_SERVICE_MONTH -> {
                String axis = kind == Kind.IN_SERVICE_MONTH ? IN_SERVICE : MONTH;
                String[] months = named.replace(axis, "").split("\\.\\.");
                boolean begun = months[months.length - 1].compareTo(Days.text(builtFrom)) >= 0;
                boolean ended = builtTo != Integer.MAX_VALUE && months[0].compareTo(Days.text(builtTo)) > 0;
                yield named.startsWith(axis) && begun && !ended;
            }
            case RISE, DRIFT -> false;
        };
    }

    /** Whether units of a month of production and in service can have it. */
    boolean befalls(Cell cell) {
        int month = kind == Kind.IN_SERVICE_MONTH ? cell.sold() : cell.produced();
        return month >= builtFrom && month <= builtTo;
    }

    /** What the fault adds to a hazard of 1 of a unit that has what carries it. */
    double excess(int day, int age) {
        if (day < from || day >= to) {
            return 0;
        }
        return switch (kind) {
            case LOT, PRODUCTION_MONTH, IN_SERVICE_MONTH, DESIGN_CHANGE, REGION, RISE -> times - 1;
            case DRIFT -> (times - 1) * Math.min(1, (day - from) / 365.0);
            case EARLY_WEAR -> (times - 1) * Math.max(0, Math.min(1, (age - 5) / 6.0));
        };
    }

    Fault happened(int firstFailure, int count) {
        return new Fault(
                kind,
                models,
                line,
                component,
                symptom,
                times,
                lot,
                builtFrom,
                builtTo,
                region,
                from,
                to,
                firstFailure,
                count);
    }
}
