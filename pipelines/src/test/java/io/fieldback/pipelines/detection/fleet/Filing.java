// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How failures become known: late, some at the end of the month, incomplete, now and then coded anew. */
final class Filing {
    private static final double DELAY_SPREAD = 0.8;
    private static final int LONGEST = 150;
    private static final double COST_SPREAD = 0.5;
    private static final double COMPLAINED = 0.1;
    private static final double CODED_ANEW = 0.015;

    private final FleetOptions options;
    private final Days days;
    private final List<List<Site>> sites;
    private final List<double[]> sizes;
    private final Draws draws;

    Filing(FleetOptions options, Days days, Maker maker, Object... purpose) {
        this.options = options;
        this.days = days;
        this.draws = new Draws(options.seed(), "filing", purpose);
        this.sites = IntStream.range(0, Maker.REGIONS)
                .mapToObj(region -> maker.sites().stream()
                        .filter(site -> site.region() == region)
                        .toList())
                .toList();
        this.sizes = sites.stream()
                .map(ofRegion ->
                        Draws.sums(ofRegion.stream().mapToDouble(Site::size).toArray()))
                .toList();
    }

    /** A repair, with what else is filed of it. */
    void repair(Failure failure, Consumer<Occurrence> out) {
        repair(failure, COMPLAINED, out);
    }

    /** A repair of what a visit found: nobody had complained of it. */
    void found(Failure failure, Consumer<Occurrence> out) {
        repair(failure, 0, out);
    }

    private void repair(Failure failure, double complained, Consumer<Occurrence> out) {
        Site site = site(failure.region());
        int known = known(site, failure.day());
        long cost = Math.round(failure.part().costMinor() * draws.spread(COST_SPREAD));
        boolean named = !draws.happens(0.03);
        boolean coded = !draws.happens(0.03);
        String component = named ? failure.part().code() : null;
        String symptom = coded ? failure.part().symptom(failure.symptom()) : null;
        boolean quality = !draws.happens(0.06);
        Occurrence repair =
                row(Measure.INCIDENT, known, failure.day(), failure, site, component, symptom, cost, !quality);
        add(repair, out);
        if (draws.happens(complained)) {
            int day = days.filing(failure.day() + draws.below(3));
            add(row(Measure.COMPLAINT, day, failure.day(), failure, site, component, symptom, 0, !quality), out);
        }
        if (draws.happens(CODED_ANEW)) {
            int then = days.filing(known + 10 + draws.below(80));
            int other = draws.below(failure.part().symptoms().length);
            add(Rows.counted(Rows.known(repair, then), -1), out);
            add(Rows.coded(Rows.known(repair, then), component, failure.part().symptom(other)), out);
        }
    }

    /** A visit or a return: no repair. */
    void other(Measure measure, Failure failure, boolean named, Consumer<Occurrence> out) {
        Site site = site(failure.region());
        String component = named ? failure.part().code() : null;
        String symptom = named ? failure.part().symptom(failure.symptom()) : null;
        int known = known(site, failure.day());
        add(row(measure, known, failure.day(), failure, site, component, symptom, 0, false), out);
    }

    private Site site(int region) {
        return sites.get(region)
                .get(draws.pick(sizes.get(region), sites.get(region).size()));
    }

    private int known(Site site, int day) {
        int delay = (int) Math.min(LONGEST, site.delay() * draws.spread(DELAY_SPREAD));
        return site.monthEnd() ? days.monthEnd(day + delay / 2) : days.filing(day + delay);
    }

    private void add(Occurrence row, Consumer<Occurrence> out) {
        if (row.knownOn() < options.end()) {
            out.accept(row);
        }
    }

    private Occurrence row(
            Measure measure,
            int knownOn,
            int day,
            Failure failure,
            Site site,
            @Nullable String component,
            @Nullable String symptom,
            long cost,
            boolean nonQuality) {
        boolean recorded = !draws.happens(0.03);
        boolean dated = recorded && failure.cell().dated();
        Lot lot = recorded && failure.part().lotted() && component != null ? failure.lot() : null;
        String supplier = recorded && component != null && failure.lot() != null
                ? failure.lot().supplier()
                : null;
        return new Occurrence(
                knownOn,
                day,
                measure,
                1,
                cost,
                failure.model().code(),
                component,
                symptom,
                null,
                Maker.region(failure.region()),
                site.code(),
                site.source(),
                supplier,
                lot == null ? null : lot.code(),
                recorded ? failure.cell().produced() : Occurrence.UNKNOWN,
                dated ? failure.cell().sold() : Occurrence.UNKNOWN,
                dated ? Days.month(day) - failure.cell().sold() + 1 : Occurrence.UNKNOWN,
                recorded,
                nonQuality,
                Occurrence.NO_UNIT);
    }
}
