// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.schemas.alert.AlertChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Faults that are known to have begun, to hold alerts against: those that a simulation planted, or a list of one's own.
 *
 * @param faults in the order of the file
 */
public record PlantedFaults(List<Fault> faults) {
    /**
     * A fault.
     *
     * @param onset day on which its first failures were to be expected
     */
    public record Fault(String productModel, String component, LocalDate onset) {
        /** Whether an alert is about it. */
        boolean is(AlertChange opened) {
            String model = opened.scope().productModel();
            return component.equals(opened.scope().component())
                    && (model == null || model.equals(productModel))
                    && !opened.knownOn().isBefore(onset);
        }
    }

    /** The truth of a simulation, as JSON, or a CSV of {@code productModel,component,onsetOn}. */
    public static PlantedFaults read(Path file) {
        List<Fault> faults = new ArrayList<>();
        if (file.toString().endsWith(".json")) {
            try {
                for (JsonNode planted : new ObjectMapper().readTree(file.toFile())) {
                    if (planted.has("productModel") && planted.has("component") && planted.has("onsetOn")) {
                        faults.add(new Fault(
                                planted.get("productModel").asText(),
                                planted.get("component").asText(),
                                LocalDate.parse(planted.get("onsetOn").asText())));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read truth " + file + ": " + e.getMessage(), e);
            }
        } else {
            for (CsvRows.Row row : CsvRows.read(file, List.of("productModel", "component", "onsetOn"))
                    .rows()) {
                faults.add(new Fault(
                        row.text("productModel"), row.text("component"), Objects.requireNonNull(row.day("onsetOn"))));
            }
        }
        if (faults.isEmpty()) {
            throw new IllegalArgumentException("Cannot read truth " + file
                    + ": it names no fault; each needs productModel, component and onsetOn");
        }
        return new PlantedFaults(List.copyOf(faults));
    }
}
