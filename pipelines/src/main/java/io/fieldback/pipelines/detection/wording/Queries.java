// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.wording.Counted.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The query that counts the observed cases again, in model {@code watched_cases} of the epoch that has the alert. */
final class Queries {
    private static final String PRODUCT = "product_model";
    private static final String COMPONENT = "component";

    private Queries() {}

    static String sql(Told told) {
        return "select coalesce(sum(cases), 0) as observed from watched_cases where " + where(told);
    }

    private static String where(Told told) {
        Counted counted = told.counted();
        List<String> where = new ArrayList<>();
        where.add("measure = " + text(counted.measure().name().toLowerCase(Locale.ROOT)));
        where.add("not non_quality");
        String known = day(told.day());
        where.add(
                counted.knownFrom() == Counted.ANY
                        ? "known_on <= " + known
                        : "known_on between " + day(counted.knownFrom()) + " and " + known);
        if (counted.to() != Counted.ANY) {
            where.add("event_on <= " + day(counted.to()));
        }
        if (!counted.component().isEmpty()) {
            where.add(COMPONENT + " = " + text(counted.component()));
        }
        if (counted.part() != null) {
            where.add(part(counted.part()));
        }
        if (counted.aged()) {
            where.add("service_months >= 0");
        }
        where.add(spans(counted.spans()));
        return String.join(" and ", where);
    }

    private static String part(Part part) {
        if (part.axis().cohort().isPresent()) {
            // Who was never told when a unit came in service takes the month after production.
            String month = part.axis() == Axis.PRODUCTION_MONTH
                    ? "production_month"
                    : "coalesce(in_service_month, production_month + interval 1 month)";
            // One month, or the first and the last of a run.
            String first = part.value().substring(0, "2025-03".length());
            String last = part.value().substring(part.value().length() - "2025-03".length());
            return first.equals(last)
                    ? month + " = date '" + first + "-01'"
                    : month + " between date '" + first + "-01' and date '" + last + "-01'";
        }
        String column = switch (part.axis()) {
            case SYMPTOM, CAUSE -> part.axis().code() + "_code";
            case SITE -> "site_id";
            case LOT, SUPPLIER, REGION, PRODUCTION_MONTH, IN_SERVICE_MONTH ->
                part.axis().code();
        };
        return column + " = " + text(part.value());
    }

    /** Products that are counted alike stand together. */
    private static String spans(List<Span> spans) {
        Map<Span, List<String>> alike = new LinkedHashMap<>();
        for (Span span : spans) {
            alike.computeIfAbsent(new Span("", span.without(), span.from(), span.recorded()), any -> new ArrayList<>())
                    .add(span.product());
        }
        List<String> either = new ArrayList<>();
        alike.forEach((span, products) -> either.add(span(span, products)));
        return switch (either.size()) {
            case 0 -> "false";
            case 1 -> either.get(0);
            default -> "(" + String.join(" or ", either) + ")";
        };
    }

    private static String span(Span span, List<String> products) {
        List<String> where = new ArrayList<>();
        where.add(products.size() == 1 ? PRODUCT + " = " + text(products.get(0)) : PRODUCT + " in " + texts(products));
        if (!span.without().isEmpty()) {
            where.add("coalesce(" + COMPONENT + ", '') not in " + texts(span.without()));
        }
        where.add("event_on >= " + day(span.from()));
        if (span.recorded()) {
            where.add("recorded");
        }
        return String.join(" and ", where);
    }

    private static String day(int day) {
        return "date '" + LocalDate.ofEpochDay(day) + "'";
    }

    private static String texts(List<String> values) {
        return values.stream().map(Queries::text).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String text(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
