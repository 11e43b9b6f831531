// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fieldback.pipelines.detection.cause.Carrier;
import io.fieldback.pipelines.detection.family.Finding.Wear;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.lifecycle.OpenAlert;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an alert rests on, as JSON: the days counted, the parts that carry the excess, past alerts, and the query. */
final class Evidence {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Told told;
    private final PastAlerts past;

    Evidence(Told told, PastAlerts past) {
        this.told = told;
        this.past = past;
    }

    String json() {
        OpenAlert alert = told.alert();
        LocalDate day = LocalDate.ofEpochDay(told.day());
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("measure", alert.measure().name().toLowerCase(java.util.Locale.ROOT));
        all.put("from", LocalDate.ofEpochDay(told.from()).toString());
        all.put("to", day.toString());
        Part counted = told.counted().part();
        if (counted != null) {
            all.put("part", counted.text());
        }
        Wear wear = told.wear();
        if (wear != null) {
            all.put("ages_from", wear.from());
            all.put("ages_observed", wear.observed());
            all.put("ages_expected", Numbers.rounded(wear.expected()));
        }
        if (!told.like().isEmpty()) {
            all.put("expected_as", told.like());
        }
        List<Map<String, Object>> parts = new ArrayList<>();
        for (Carrier carrier : told.parts()) {
            Map<String, Object> part = new LinkedHashMap<>();
            part.put("part", carrier.part().text());
            part.put("observed", carrier.observed());
            part.put("expected", Numbers.rounded(carrier.expected()));
            part.put("excess_share", Numbers.rounded(carrier.excessShare()));
            part.put("times_others_low", Numbers.rounded(carrier.low()));
            part.put("chance", Numbers.rounded(carrier.chance()));
            parts.add(part);
        }
        if (!parts.isEmpty()) {
            all.put("parts_from", LocalDate.ofEpochDay(told.partsFrom()).toString());
        }
        all.put("parts", parts);
        all.put("past", past.of(Rows.scope(alert), alert.id(), day));
        all.put("sql", Queries.sql(told));
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot write the evidence of alert " + alert.id() + ": " + e.getOriginalMessage(), e);
        }
    }
}
