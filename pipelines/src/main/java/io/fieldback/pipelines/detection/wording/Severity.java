// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.pipelines.detection.Reference;
import org.jspecify.annotations.Nullable;

/** How bad failures are. */
public final class Severity {
    private static final String USUAL = "serious";

    private Severity() {}

    /** Of a symptom, else of a component, else {@code serious}. */
    public static String of(Reference reference, String component, @Nullable String symptom) {
        String its = symptom == null ? null : reference.severities().get(symptom);
        return its != null ? its : reference.severities().getOrDefault(component, USUAL);
    }

    /** What it weighs in a rank. */
    public static double weight(String severity) {
        return switch (severity) {
            case "safety" -> 8;
            case "major" -> 4;
            case "minor" -> 1;
            default -> 2;
        };
    }
}
