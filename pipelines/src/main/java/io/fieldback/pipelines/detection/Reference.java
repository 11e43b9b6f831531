// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the world beside the cases.
 *
 * @param products by model code; a model that is not there is a line of its own
 * @param calendar which days are worked
 * @param severities {@code safety}, {@code major}, {@code serious} or {@code minor}, by component or symptom code;
 *     what is not there is {@code serious}
 * @param symptomGroups symptom code to its group; a code that is not there is one by itself
 */
public record Reference(
        Map<String, Product> products,
        WorkDays calendar,
        Map<String, String> severities,
        Map<String, String> symptomGroups) {
    /** Copies the maps. */
    public Reference {
        products = Map.copyOf(products);
        severities = Map.copyOf(severities);
        symptomGroups = Map.copyOf(symptomGroups);
    }

    /** Each symptom by itself. */
    public Reference(Map<String, Product> products, WorkDays calendar, Map<String, String> severities) {
        this(products, calendar, severities, Map.of());
    }

    /**
     * A product model.
     *
     * @param line product line
     * @param series within the line
     * @param predecessor model code
     * @param launchedOn days since 1970; {@link Occurrence#UNKNOWN} if not known
     */
    public record Product(
            String model,
            @Nullable String line,
            @Nullable String series,
            @Nullable String predecessor,
            int launchedOn) {}

    /** Nothing known but the calendar. */
    public static Reference standard() {
        return new Reference(Map.of(), WorkDays.china(), Map.of());
    }

    /** The standard with products. */
    public static Reference of(Iterable<Product> products) {
        Map<String, Product> byModel = new HashMap<>();
        for (Product product : products) {
            byModel.put(product.model(), product);
        }
        return new Reference(byModel, WorkDays.china(), Map.of());
    }

    /** What is known of a model. */
    public Product product(String model) {
        Product known = products.get(model);
        return known == null ? new Product(model, null, null, null, Occurrence.UNKNOWN) : known;
    }

    /** The product line of a model; the model's own code if it has none. */
    public String line(String model) {
        String line = product(model).line();
        return line == null ? model : line;
    }
}
