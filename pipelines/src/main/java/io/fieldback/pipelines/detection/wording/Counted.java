// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.family.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which failures were counted, so that anybody can count them again.
 *
 * @param measure what is counted
 * @param component component code, empty if those of all components
 * @param part which of the failures; null if all
 * @param spans products with the days that count; a failure is in one of them at most
 * @param knownFrom first day of becoming known that counts, {@link #ANY} if all do: looks pass over what claims to have
 *     happened long after it became known
 * @param to last day of happening that counts, {@link #ANY} if what is known is enough
 * @param aged whether a failure counts only from the month on in which its unit went into service
 */
public record Counted(
        Measure measure, String component, @Nullable Part part, List<Span> spans, int knownFrom, int to, boolean aged) {
    /** No bound. */
    public static final int ANY = Integer.MIN_VALUE;

    /**
     * Days of a product.
     *
     * @param product model code
     * @param without components that are left out, empty for failures without one
     * @param from first day of happening that counts, days since 1970
     * @param recorded whether only failures of units that the denominator has are counted
     */
    public record Span(String product, List<String> without, int from, boolean recorded) {
        /** Copies the list. */
        public Span {
            without = List.copyOf(without);
        }
    }

    /** Copies the list. */
    public Counted {
        spans = List.copyOf(spans);
    }

    /** Products that are counted, in the order of their codes. */
    public List<String> products() {
        return spans.stream().map(Span::product).distinct().sorted().toList();
    }

    /** Components that are left out of a look at one product. */
    public List<String> without() {
        return spans.size() == 1 ? spans.get(0).without() : List.of();
    }
}
