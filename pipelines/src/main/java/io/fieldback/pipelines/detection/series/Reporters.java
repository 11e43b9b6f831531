// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Occurrence;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Who reports, whatever it is about: sites, the sources their reports come by, regions. */
public final class Reporters {
    private final TreeMap<String, Traffic> sites = new TreeMap<>();
    private final TreeMap<String, Traffic> sources = new TreeMap<>();
    private final TreeMap<String, Traffic> regions = new TreeMap<>();
    private final Traffic allRegions = new Traffic();
    private final TreeMap<String, TreeMap<String, Integer>> sourcesOfProducts = new TreeMap<>();
    private final TreeMap<String, TreeMap<String, Long>> sourcesOfSites = new TreeMap<>();

    void add(Occurrence seen) {
        traffic(sites, seen.siteId(), seen);
        traffic(sources, seen.source(), seen);
        traffic(regions, seen.region(), seen);
        if (seen.region() != null) {
            allRegions.add(seen);
        }
        if (seen.siteId() != null && seen.source() != null) {
            sourcesOfSites
                    .computeIfAbsent(seen.siteId(), site -> new TreeMap<>())
                    .merge(seen.source(), 1L, Long::sum);
        }
    }

    void tellsOf(String product, Occurrence seen) {
        sourcesOfProducts
                .computeIfAbsent(product, model -> new TreeMap<>())
                .putIfAbsent(Objects.requireNonNullElse(seen.source(), ""), seen.knownOn());
    }

    private static void traffic(TreeMap<String, Traffic> of, @Nullable String code, Occurrence seen) {
        if (code != null) {
            of.computeIfAbsent(code, any -> new Traffic()).add(seen);
        }
    }

    /** What each site reports. */
    public TreeMap<String, Traffic> sites() {
        return sites;
    }

    /** What each source reports. */
    public TreeMap<String, Traffic> sources() {
        return sources;
    }

    /** What each region reports. */
    public TreeMap<String, Traffic> regions() {
        return regions;
    }

    /**
     * Regions that began to report when others had for longer, with the day of their first report.
     *
     * @param young days by which they are later than the first of all
     * @param day by whose end they had begun
     */
    public TreeMap<String, Integer> joinedRegions(int young, int day) {
        int first = Integer.MAX_VALUE;
        for (Traffic each : regions.values()) {
            first = Math.min(first, each.received().firstDay());
        }
        TreeMap<String, Integer> joined = new TreeMap<>();
        for (Map.Entry<String, Traffic> each : regions.entrySet()) {
            int began = each.getValue().received().firstDay();
            if (began <= day && began - first > young) {
                joined.put(each.getKey(), began);
            }
        }
        return joined;
    }

    /**
     * Those of them that bring a part of all reports since: where a region is free text, new words come every day.
     *
     * @param least reports
     * @param share of all reports since the first of them
     */
    public TreeMap<String, Integer> joinedRegions(int young, int day, long least, double share) {
        TreeMap<String, Integer> joined = joinedRegions(young, day);
        joined.entrySet().removeIf(region -> {
            Traffic traffic = regions.getOrDefault(region.getKey(), allRegions);
            long its = traffic.received().sum(region.getValue(), day);
            return its < least || its < share * allRegions.received().sum(region.getValue(), day);
        });
        return joined;
    }

    /** By product, the sources that told of it and the day from which they did. */
    public TreeMap<String, TreeMap<String, Integer>> sourcesOfProducts() {
        return sourcesOfProducts;
    }

    /** The source by which most of a site's reports come; empty if none is known. */
    public String sourceOfSite(String site) {
        String most = "";
        long greatest = 0;
        for (Map.Entry<String, Long> source :
                sourcesOfSites.getOrDefault(site, new TreeMap<>()).entrySet()) {
            if (source.getValue() > greatest) {
                greatest = source.getValue();
                most = source.getKey();
            }
        }
        return most;
    }
}
