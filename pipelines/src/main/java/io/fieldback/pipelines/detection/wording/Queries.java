// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.lifecycle.OpenAlert;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The query that counts the observed cases again, on the tables of an epoch. */
final class Queries {
    private Queries() {}

    static String sql(Told told) {
        OpenAlert alert = told.alert();
        String counted = switch (alert.measure()) {
            case INCIDENT, OTHER_VISIT -> "incidents";
            case COMPLAINT -> "complaints";
            case QUALITY_RETURN -> "quality_returns";
        };
        List<String> where = new ArrayList<>();
        equal(where, "product_model", alert.product());
        equal(where, "component", alert.component());
        if (alert.axis() == Axis.SYMPTOM || alert.axis() == Axis.CAUSE || alert.axis() == Axis.REGION) {
            String column =
                    alert.axis() == Axis.REGION ? "region" : alert.axis().code() + "_code";
            equal(where, column, alert.value() == null ? "" : alert.value());
        }
        where.add("cause_class is distinct from 'non-quality'");
        where.add("event_on between date '" + LocalDate.ofEpochDay(told.from()) + "' and date '"
                + LocalDate.ofEpochDay(told.day()) + "'");
        where.add("known_on <= date '" + LocalDate.ofEpochDay(told.day()) + "'");
        return "select sum(" + counted + ") as observed from failure_ledger where " + String.join(" and ", where);
    }

    private static void equal(List<String> where, String column, String value) {
        if (!value.isEmpty()) {
            where.add(column + " = '" + value.replace("'", "''") + "'");
        }
    }
}
