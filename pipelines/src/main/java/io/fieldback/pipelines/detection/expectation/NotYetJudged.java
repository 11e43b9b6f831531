// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Products of which no counts are judged yet, as a look leaves it in column {@code not_judged}: those with the most cases
 * first. Single cases of them alert all the same.
 *
 * @param products at most {@link #MOST}
 * @param more how many more there are
 */
public record NotYetJudged(List<Product> products, int more) {
    /** So many are named: what a look leaves must not grow with the number of products. */
    public static final int MOST = 50;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Copies the list. */
    public NotYetJudged {
        products = List.copyOf(products);
    }

    /**
     * A product.
     *
     * @param product model code
     * @param components those with cases that are not judged, others of the product being judged; none if none of it is
     * @param reason code of {@link Pending.Reason}
     * @param since ISO day: first unit or case, first case of the codes, or first reports of the line
     * @param until ISO day by whose end it is judged at the earliest; null where that cannot be said
     */
    public record Product(
            String product,
            List<String> components,
            String reason,
            String since,
            @Nullable String until) {
        /** Copies the list. */
        public Product {
            components = List.copyOf(components);
        }
    }

    /** All are judged. */
    public static NotYetJudged none() {
        return new NotYetJudged(List.of(), 0);
    }

    /** Reads what {@link #text} wrote. */
    public static NotYetJudged of(String text) {
        try {
            return JSON.readValue(text, NotYetJudged.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "Cannot read which products are not judged yet: " + e.getOriginalMessage(), e);
        }
    }

    /** As JSON. */
    public String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "Cannot write which products are not judged yet: " + e.getOriginalMessage(), e);
        }
    }
}
