// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.LotExposure;
import io.fieldback.pipelines.detection.Occurrence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The units of a fleet as they become known. */
final class Field {
    /** Units are known by their shipping, in the first days of the month in which they come in service. */
    private static final int KNOWN_WITHIN = 7;

    /** In that month of its life one of so many units is scrapped. */
    private static final int SCRAPPED_AT = 30;

    private static final int ONE_OF = 40;

    private final FleetOptions options;
    private final List<Exposure> units = new ArrayList<>();
    private final List<LotExposure> lots = new ArrayList<>();

    Field(FleetOptions options) {
        this.options = options;
    }

    void add(Model model, List<Cell> cells, List<Part> parts) {
        Draws draws = new Draws(options.seed(), "field", model.code());
        for (Cell cell : cells) {
            int day = Days.first(cell.sold()) + draws.below(KNOWN_WITHIN);
            int known = Math.max(options.first(), day);
            if (known < options.end()) {
                byRegion(model, cell, known);
                for (Part part : parts) {
                    if (part.lotted()) {
                        byLot(model, cell, part, known);
                    }
                }
            }
        }
    }

    List<Exposure> units() {
        units.sort(Comparator.comparingInt(Exposure::knownOn));
        return units;
    }

    List<LotExposure> lots() {
        lots.sort(Comparator.comparingInt(LotExposure::knownOn));
        return lots;
    }

    private void byRegion(Model model, Cell cell, int known) {
        double share = 0;
        for (double region : model.regions()) {
            share += region;
        }
        long left = cell.units();
        int scrapped = cell.sold() + SCRAPPED_AT;
        for (int region = 0; region < model.regions().length; region++) {
            long here = Math.round(left * model.regions()[region] / share);
            left -= here;
            share -= model.regions()[region];
            unit(model, cell, region, known, here, Occurrence.UNKNOWN);
            int gone = Math.max(options.first(), Days.first(scrapped) + 20);
            if (gone < options.end() && here >= ONE_OF) {
                unit(model, cell, region, gone, -here / ONE_OF, Occurrence.UNKNOWN);
                unit(model, cell, region, gone, here / ONE_OF, scrapped);
            }
        }
    }

    private void unit(Model model, Cell cell, int region, int known, long count, int withdrawn) {
        boolean opens = region == Disturbing.REGION && options.has(Disturbance.REGION_OPENED);
        if (count != 0 && !(opens && cell.sold() < Days.month(Disturbing.day(options)))) {
            int sold = cell.dated() ? cell.sold() : Occurrence.UNKNOWN;
            units.add(new Exposure(
                    known,
                    count,
                    Exposure.Basis.SERIAL,
                    model.code(),
                    cell.produced(),
                    sold,
                    withdrawn,
                    Maker.region(region)));
        }
    }

    private void byLot(Model model, Cell cell, Part part, int known) {
        int sold = cell.dated() ? cell.sold() : Occurrence.UNKNOWN;
        double share = 1;
        long left = cell.units();
        for (Lot lot : Lot.built(part, model.platform(), cell.produced())) {
            long here = Math.round(left * Math.min(1, lot.share() / share));
            left -= here;
            share -= lot.share();
            if (here > 0) {
                lots.add(new LotExposure(
                        known, here, model.code(), part.code(), lot.supplier(), lot.code(), cell.produced(), sold));
            }
        }
    }
}
