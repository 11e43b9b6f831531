// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Occurrence;
import java.util.TreeMap;

/** How a code is used in a product line. */
public final class CodeUse {
    private static final int SITES = 64;
    private final DayCounts happened = new DayCounts();
    private final TreeMap<String, Long> sites = new TreeMap<>();
    private final TreeMap<String, Long> products = new TreeMap<>();
    private int firstKnown = Integer.MAX_VALUE;
    private int firstDay = Integer.MAX_VALUE;

    /**
     * A code in a line.
     *
     * @param line product line
     * @param axis what kind of code
     * @param parent component of a symptom or cause; empty of a component
     * @param code the code
     */
    public record CodeKey(String line, Axis axis, String parent, String code) implements Comparable<CodeKey> {
        @Override
        public int compareTo(CodeKey other) {
            int order = line.compareTo(other.line);
            order = order != 0 ? order : axis.compareTo(other.axis);
            order = order != 0 ? order : parent.compareTo(other.parent);
            return order != 0 ? order : code.compareTo(other.code);
        }
    }

    /** Kinds of codes. */
    public enum Axis {
        /** Component codes. */
        COMPONENT,
        /** Symptom codes. */
        SYMPTOM
    }

    void add(Occurrence seen) {
        happened.add(seen.eventOn(), seen.count());
        if (seen.count() > 0) {
            firstKnown = Math.min(firstKnown, seen.knownOn());
            firstDay = Math.min(firstDay, seen.eventOn());
            count(sites, seen.siteId());
            count(products, seen.productModel());
        }
    }

    private static void count(TreeMap<String, Long> counts, @org.jspecify.annotations.Nullable String key) {
        if (key != null && (counts.size() < SITES || counts.containsKey(key))) {
            counts.merge(key, 1L, Long::sum);
        }
    }

    /** Cases by the day they happened. */
    public DayCounts happened() {
        return happened;
    }

    /** Reports by site; of many sites only the first. */
    public TreeMap<String, Long> sites() {
        return sites;
    }

    /** Reports by product. */
    public TreeMap<String, Long> products() {
        return products;
    }

    /** The day its first case became known. */
    public int firstKnown() {
        return firstKnown;
    }

    /** The day of its first case. */
    public int firstDay() {
        return firstDay;
    }
}
