// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Occurrence;
import java.util.Arrays;

/** Failures of one series in the order they became known, a few numbers each. */
public final class FailureRows {
    private static final int WIDTH = Column.values().length;
    private int[] cells = new int[WIDTH * 4];
    private int rows;

    /** What is kept of a failure. */
    public enum Column {
        /** Day it became known. */
        KNOWN,
        /** Day it happened. */
        EVENT,
        /** Signed count. */
        COUNT,
        /** Number of the symptom code. */
        SYMPTOM,
        /** Number of the cause code. */
        CAUSE,
        /** Number of the region. */
        REGION,
        /** Number of the site. */
        SITE,
        /** Number of the supplier. */
        SUPPLIER,
        /** Number of the lot. */
        LOT,
        /** Month of production. */
        PRODUCED,
        /** Month in service, or the month after production where it is not known. */
        SERVICE,
        /** 1 if the denominator has the unit and its month. */
        RECORDED,
        /** Cost in hundreds of minor units. */
        COST,
        /** Number of the unit. */
        UNIT
    }

    /** Adds a row. */
    void add(Occurrence seen, Codes codes) {
        if ((rows + 1) * WIDTH > cells.length) {
            cells = Arrays.copyOf(cells, cells.length + cells.length / 2 / WIDTH * WIDTH + WIDTH);
        }
        int service = service(seen.inServiceMonth(), seen.productionMonth());
        int at = rows++ * WIDTH;
        cells[at + Column.KNOWN.ordinal()] = seen.knownOn();
        cells[at + Column.EVENT.ordinal()] = seen.eventOn();
        cells[at + Column.COUNT.ordinal()] = Math.toIntExact(seen.count());
        cells[at + Column.SYMPTOM.ordinal()] = codes.number(seen.symptomCode());
        cells[at + Column.CAUSE.ordinal()] = codes.number(seen.causeCode());
        cells[at + Column.REGION.ordinal()] = codes.number(seen.region());
        cells[at + Column.SITE.ordinal()] = codes.number(seen.siteId());
        cells[at + Column.SUPPLIER.ordinal()] = codes.number(seen.supplier());
        cells[at + Column.LOT.ordinal()] = codes.number(seen.lot());
        cells[at + Column.PRODUCED.ordinal()] = seen.productionMonth();
        cells[at + Column.SERVICE.ordinal()] = service;
        cells[at + Column.RECORDED.ordinal()] = seen.recorded() && service != Occurrence.UNKNOWN ? 1 : 0;
        cells[at + Column.COST.ordinal()] = (int) (seen.costMinor() / 100);
        cells[at + Column.UNIT.ordinal()] = seen.unit();
    }

    /** The month in service, or the month after production where it is not known. */
    public static int service(int inService, int produced) {
        return inService != Occurrence.UNKNOWN || produced == Occurrence.UNKNOWN ? inService : produced + 1;
    }

    /** Rows. */
    public int size() {
        return rows;
    }

    /** What a row says. */
    public int at(int row, Column column) {
        return cells[row * WIDTH + column.ordinal()];
    }

    /** Rows known by a day: those before this one. */
    public int knownBy(int day) {
        int low = 0;
        int high = rows;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle, Column.KNOWN) <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
