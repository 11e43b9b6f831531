// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.Occurrence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Units of a product as far as they are known: what its failures are held against. */
public final class FieldUnits {
    private final MonthUnits all = new MonthUnits();
    private final TreeMap<Integer, MonthUnits> produced = new TreeMap<>();
    private final TreeMap<String, MonthUnits> regions = new TreeMap<>();
    private final MonthUnits populations = new MonthUnits();
    private final List<Gone> gone = new ArrayList<>();
    private double dated;
    private double serial;
    private double bulk;

    /**
     * Units that left the field.
     *
     * @param produced month of production
     * @param service month in service
     * @param month in which they left
     * @param region region code, empty if not known
     * @param units how many
     */
    public record Gone(int produced, int service, int month, String region, double units) {}

    /** Adds units; those of no month are of no use. */
    void add(Exposure known) {
        if (known.basis() == Exposure.Basis.POPULATION) {
            populations.add(known.inServiceMonth(), known.units());
            return;
        }
        int service = FailureRows.service(known.inServiceMonth(), known.productionMonth());
        if (service == Occurrence.UNKNOWN) {
            return;
        }
        String region = known.region() == null ? "" : known.region();
        all.add(service, known.units());
        produced.computeIfAbsent(known.productionMonth(), month -> new MonthUnits())
                .add(service, known.units());
        regions.computeIfAbsent(region, code -> new MonthUnits()).add(service, known.units());
        if (known.withdrawnMonth() != Occurrence.UNKNOWN) {
            gone.add(new Gone(known.productionMonth(), service, known.withdrawnMonth(), region, known.units()));
        }
        switch (known.basis()) {
            case SERIAL -> {
                serial += known.units();
                dated += known.inServiceMonth() == Occurrence.UNKNOWN ? 0 : known.units();
            }
            case BULK -> bulk += known.units();
            case POPULATION -> {}
        }
    }

    /** Exposure level, 0 to 4. */
    public int level() {
        if (serial > 0 && serial >= bulk) {
            return dated >= serial / 2 ? 4 : 3;
        }
        return bulk > 0 ? 2 : populations.sum() > 0 ? 1 : 0;
    }

    /** Units by month in service, those that left included. */
    public MonthUnits all() {
        return all;
    }

    /** The same by month of production. */
    public TreeMap<Integer, MonthUnits> produced() {
        return produced;
    }

    /** The same by region. */
    public TreeMap<String, MonthUnits> regions() {
        return regions;
    }

    /** Units that left. */
    public List<Gone> gone() {
        return gone;
    }

    /** Units in the field of a month, where only that is known: of the last month known by then, else of the first. */
    public double population(int month) {
        for (int t = Math.min(month, populations.end() - 1); t >= populations.first(); t--) {
            if (populations.of(t) > 0) {
                return populations.of(t);
            }
        }
        for (int t = populations.first(); t < populations.end(); t++) {
            if (populations.of(t) > 0) {
                return populations.of(t);
            }
        }
        return 0;
    }

    /** Units still in the field. */
    public double inField(int month) {
        if (level() < 2) {
            return level() == 1 ? population(month) : 0;
        }
        double left = all.sum();
        for (Gone each : gone) {
            left -= each.units();
        }
        return Math.max(0, left);
    }
}
