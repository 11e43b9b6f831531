// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Products that share a source of reports, directly or through others. A holiday, an upload or a habit of filing moves all
 * that a source reports; products of which other systems tell say nothing of it.
 */
public final class Fellows {
    private final TreeMap<String, String> groups = new TreeMap<>();
    private final TreeMap<String, List<String>> products = new TreeMap<>();

    private Fellows() {}

    /** The groups as known by the end of a day. */
    public static Fellows of(Known known, int upTo) {
        Fellows fellows = new Fellows();
        TreeMap<String, String> parents = new TreeMap<>();
        known.reporters()
                .sourcesOfProducts()
                .forEach((product, sources) -> sources.forEach((source, since) -> {
                    if (since <= upTo) {
                        String one = root(parents, 'p' + product);
                        String other = root(parents, 's' + source);
                        parents.put(one.compareTo(other) < 0 ? other : one, one.compareTo(other) < 0 ? one : other);
                    }
                }));
        for (String product : known.reporters().sourcesOfProducts().keySet()) {
            String group = root(parents, 'p' + product);
            fellows.groups.put(product, group);
            fellows.products.computeIfAbsent(group, any -> new ArrayList<>()).add(product);
        }
        return fellows;
    }

    private static String root(Map<String, String> parents, String of) {
        String at = of;
        for (String up = parents.getOrDefault(at, at); !up.equals(at); up = parents.getOrDefault(at, at)) {
            at = up;
        }
        return at;
    }

    /** The group of a product; its own name if nothing is known of it. */
    public String group(String product) {
        return groups.getOrDefault(product, product);
    }

    /** Whether all products are of one group. */
    public boolean areAll() {
        return products.size() <= 1;
    }

    /** Products of a group. */
    public List<String> of(String group) {
        return products.getOrDefault(group, List.of());
    }
}
