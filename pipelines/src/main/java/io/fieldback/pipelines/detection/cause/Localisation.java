// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.series.CohortMonth;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an excess is bound to: the lot, supplier, months of production or in service, region or site that carries it, or nothing. All that
 * may carry it are weighed against one another and against nothing by Bayes' theorem; a part is named if it is by far the
 * likeliest and has most of the excess.
 */
public final class Localisation {
    private static final int HALF_YEAR = 182;
    private static final int YEAR = 364;
    private static final double NOTHING = 0.3;
    private static final double LIKELY = 0.4;
    private static final double ITS_OWN = 0.2;
    private static final double AGAINST_NOTHING = 0.9;
    private static final int PARTS = 8;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;

    /** Binds by one outlook. */
    public Localisation(Known known, Outlook outlook, WatchRules rules) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
    }

    /**
     * What carries an excess.
     *
     * @param carrier the part
     * @param lot of a lot
     * @param wide whether it does so in all products of the line
     */
    public record Named(Carrier carrier, @Nullable LotKey lot, boolean wide) {}

    /**
     * Parts of an excess, the likeliest first, and the one to name.
     *
     * @param named the part that carries it, if one does
     * @param parts the likeliest
     * @param from first day they are counted from
     */
    public record Bound(Optional<Named> named, List<Carrier> parts, int from) {}

    /** Binds the excess of a finding, by at least half a year. */
    public Bound bind(Finding finding) {
        SeriesKey key = finding.key();
        int day = outlook.day();
        int from = Math.max(outlook.from(key), Math.max(day - YEAR + 1, Math.min(finding.from(), day - HALF_YEAR + 1)));
        Slices slices = new Slices(Math.min(from, day), day);
        int recent = slices.since(finding.from());
        Map<SeriesKey, SliceCounts> seen = new HashMap<>();
        java.util.function.Function<SeriesKey, SliceCounts> counts =
                of -> seen.computeIfAbsent(of, any -> SliceCounts.of(known, outlook, of, slices));
        List<Suspect> suspects = new ArrayList<>(new PlaceSuspects(known, outlook, slices, recent, counts).of(key));
        if (outlook.exposed(key) && key.measure() == Measure.INCIDENT) {
            if (!key.component().isEmpty()) {
                suspects.addAll(new LotSuspects(known, outlook, recent, counts).of(key));
            }
            for (CohortMonth month : CohortMonth.values()) {
                if (outlook.level(key) >= month.level()) {
                    suspects.addAll(new MonthSuspects(known, outlook, recent, counts, month).of(key));
                }
            }
        }
        return weighed(suspects, finding, slices.first(recent - 1));
    }

    private Bound weighed(List<Suspect> suspects, Finding finding, int from) {
        double most = Math.log(NOTHING);
        double[] logs = new double[suspects.size()];
        for (int i = 0; i < logs.length; i++) {
            logs[i] = suspects.get(i).logWeight();
            most = Math.max(most, logs[i]);
        }
        double nothing = Math.exp(Math.log(NOTHING) - most);
        double all = nothing;
        for (double log : logs) {
            all += Math.exp(log - most);
        }
        List<Named> parts = new ArrayList<>();
        for (int i = 0; i < logs.length; i++) {
            Suspect suspect = suspects.get(i);
            double chance = Math.exp(logs[i] - most) / all;
            parts.add(new Named(suspect.carrier(chance, finding.excess()), suspect.lot(), suspect.wide()));
        }
        parts.sort(Comparator.<Named>comparingDouble(part -> -part.carrier().chance())
                .thenComparing(part -> part.carrier().part().text())
                .thenComparing(Named::wide));
        double none = nothing / all;
        double best = parts.isEmpty() ? 0 : parts.get(0).carrier().chance();
        Optional<Named> named = parts.stream()
                .filter(part -> part.carrier().chance() >= leastChance(part, finding, best))
                .max(Comparator.comparing(
                        part -> finding.lot() != null && finding.lot().equals(part.lot())))
                .filter(part -> carries(part.carrier(), none));
        return new Bound(named, parts.stream().limit(PARTS).map(Named::carrier).toList(), from);
    }

    /** The likeliest is named; but of a look at a lot the lot, unless something else is by far likelier. */
    private static double leastChance(Named part, Finding finding, double best) {
        LotKey lot = finding.lot();
        return lot != null && lot.equals(part.lot()) ? best * ITS_OWN : Math.max(LIKELY, best);
    }

    private boolean carries(Carrier carrier, double nothing) {
        return carrier.chance() >= AGAINST_NOTHING * (carrier.chance() + nothing)
                && carrier.excessShare() >= rules.causeShare()
                && carrier.observed() >= rules.minimumExcess();
    }
}
