// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What disturbances make of the rows that would be there without them. Those of sales and habits are drawn with them. */
final class Disturbing {
    /** The region that joins or opens. */
    static final int REGION = 7;

    private static final int AFTER = 120;
    private static final int FOUR_MONTHS = 120;
    private static final int SILENCE = 30;
    private static final int VISITED = 3000;
    private static final int CAMPAIGN_DAYS = 42;
    private static final double FOUND = 0.1;

    private final FleetOptions options;
    private final Days days;
    private final int day;
    private final Draws draws;

    Disturbing(FleetOptions options, Days days) {
        this.options = options;
        this.days = days;
        this.day = day(options);
        this.draws = new Draws(options.seed(), "disturbing");
    }

    /** The day on which disturbances begin. */
    static int day(FleetOptions options) {
        return options.watched() + AFTER;
    }

    /** What befalls the rows of a fleet. */
    List<Occurrence> rows(List<Occurrence> rows, Maker maker, Map<Model, List<Cell>> cells) {
        List<Occurrence> disturbed = new ArrayList<>(rows.size());
        String great = great(maker);
        for (Occurrence row : rows) {
            disturbed(row, great, disturbed::add);
        }
        if (options.has(Disturbance.RECALL)) {
            recall(maker, cells, disturbed::add);
        }
        return disturbed;
    }

    private void disturbed(Occurrence row, String great, Consumer<Occurrence> out) {
        Occurrence now = row;
        boolean atGreatSite = great.equals(row.siteId());
        boolean inRegion = Maker.region(REGION).equals(row.region());
        if (options.has(Disturbance.REGION_JOINED) && inRegion && row.eventOn() < day) {
            return;
        }
        if (options.has(Disturbance.REGION_OPENED) && inRegion && isOld(row)) {
            return;
        }
        if (options.has(Disturbance.BACKLOG)
                && atGreatSite
                && row.knownOn() >= day
                && row.knownOn() < day + FOUR_MONTHS) {
            now = Rows.known(now, days.filing(day + FOUR_MONTHS));
        }
        if (options.has(Disturbance.SILENT_SOURCE)
                && Objects.equals(row.source(), "portal")
                && row.knownOn() >= day
                && row.knownOn() < day + SILENCE) {
            now = Rows.known(now, days.filing(day + SILENCE));
        }
        if (options.has(Disturbance.CODE_SPLIT) && row.eventOn() >= day) {
            now = Rows.coded(now, component(now), symptom(now));
        }
        if (now.knownOn() >= options.end()) {
            return;
        }
        out.accept(now);
        if (options.has(Disturbance.OVER_CLAIM)
                && atGreatSite
                && row.eventOn() >= day
                && row.measure() == Measure.INCIDENT) {
            out.accept(now);
            out.accept(now);
        }
    }

    /** Whether a unit came in service before the region opened. */
    private boolean isOld(Occurrence row) {
        int opened = Days.month(day);
        return row.inServiceMonth() != Occurrence.UNKNOWN
                ? row.inServiceMonth() < opened
                : row.productionMonth() < opened - 1;
    }

    private @Nullable String component(Occurrence row) {
        boolean split = Objects.equals(row.component(), "K03")
                && Objects.requireNonNull(row.productModel()).startsWith("L1-");
        return split ? row.component() + (draws.happens(0.5) ? "A" : "B") : row.component();
    }

    private @Nullable String symptom(Occurrence row) {
        boolean split = Objects.equals(row.symptomCode(), "K05-S1");
        return split ? row.symptomCode() + (draws.happens(0.6) ? "A" : "B") : row.symptomCode();
    }

    /** The greatest site of the first region. */
    private static String great(Maker maker) {
        Site great = maker.sites().get(0);
        for (Site site : maker.sites()) {
            great = site.region() == 0 && site.size() > great.size() ? site : great;
        }
        return great.code();
    }

    private void recall(Maker maker, Map<Model, List<Cell>> cells, Consumer<Occurrence> out) {
        Model model = maker.models().get(0);
        List<Cell> sold = cells.getOrDefault(model, List.of()).stream()
                .filter(cell -> cell.sold() < Days.month(day) && cell.sold() > Days.month(day) - 30)
                .toList();
        List<Part> parts = maker.parts().stream()
                .filter(part -> part.line() == model.line())
                .toList();
        double[] units = Draws.sums(sold.stream().mapToDouble(Cell::units).toArray());
        double[] regions = Draws.sums(model.regions());
        Filing filing = new Filing(options, days, maker, "recall");
        for (int i = 0; i < VISITED; i++) {
            Cell cell = sold.get(draws.pick(units, units.length));
            int visited = days.filing(day + draws.below(CAMPAIGN_DAYS));
            Part part = parts.get(draws.below(parts.size()));
            Lot lot = Lot.built(part, model.platform(), cell.produced()).get(0);
            int region = draws.pick(regions, regions.length);
            Failure visit = new Failure(visited, model, part, cell, lot, region, draws.pick(part.symptoms()));
            filing.other(Measure.OTHER_VISIT, visit, false, out);
            if (draws.happens(FOUND)) {
                filing.found(visit, out);
            }
        }
    }
}
