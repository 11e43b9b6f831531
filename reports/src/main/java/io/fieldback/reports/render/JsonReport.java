// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Note;
import io.fieldback.reports.content.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as JSON: sentences, tables with their keys, notes. Charts are left out. */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonReport() {}

    /** The report as one JSON object. */
    public static String render(Report report) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("name", report.name());
        out.put("language", report.language().code());
        out.put("title", report.title());
        out.put("takeaway", report.takeaway());
        out.put("refused", report.refused());
        Map<String, String> notes = new LinkedHashMap<>();
        for (Note note : report.notes()) {
            notes.put(note.key(), note.text());
        }
        out.put("notes", notes);
        out.put("findings", report.findings().stream().map(JsonReport::finding).toList());
        Map<String, Object> tables = new LinkedHashMap<>();
        for (Block.Grid grid : report.grids()) {
            tables.put(grid.key(), rows(grid));
        }
        out.put("tables", tables);
        try {
            return JSON.writeValueAsString(out) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write report " + report.name() + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, String> finding(Finding finding) {
        Map<String, String> out = new LinkedHashMap<>();
        out.put(
                "state",
                finding.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        out.put("headline", finding.headline());
        out.put("sentence", finding.sentence());
        return out;
    }

    private static List<Map<String, @Nullable Object>> rows(Block.Grid grid) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (List<@Nullable Object> values : grid.rows()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                Heading heading = grid.headings().get(i);
                row.put(heading.key(), value(heading, values.get(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static @Nullable Object value(Heading heading, @Nullable Object value) {
        if (value instanceof LocalDate day) {
            return heading.kind() == Heading.Kind.MONTH ? day.toString().substring(0, 7) : day.toString();
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            return null;
        }
        return value;
    }
}
