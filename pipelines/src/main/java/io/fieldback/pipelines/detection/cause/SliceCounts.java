// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Failures of a series, or of all components of a product, by slice and by what may carry them. */
final class SliceCounts {
    private static final List<Column> PARTS =
            List.of(Column.LOT, Column.SUPPLIER, Column.PRODUCED, Column.SERVICE, Column.REGION, Column.SITE);
    private final SeriesKey key;
    private final Outlook outlook;
    private final Slices slices;
    private final long[] all;
    private final double[] expected;
    private final Map<Column, TreeMap<Integer, long[]>> parts = new java.util.EnumMap<>(Column.class);

    private SliceCounts(SeriesKey key, Outlook outlook, Slices slices) {
        this.key = key;
        this.outlook = outlook;
        this.slices = slices;
        this.all = new long[slices.count()];
        this.expected = new double[slices.count()];
    }

    static SliceCounts of(Known known, Outlook outlook, SeriesKey key, Slices slices) {
        SliceCounts counts = new SliceCounts(key, outlook, slices);
        for (Track track : known.tracksOf(key)) {
            counts.count(track.rows(), outlook.exposed(key));
        }
        for (int slice = 0; slice < slices.count(); slice++) {
            counts.expected[slice] =
                    outlook.window(key, slices.first(slice), slices.last(slice)).mean();
        }
        return counts;
    }

    private void count(FailureRows rows, boolean exposed) {
        for (int row = rows.knownBy(slices.from() - 1); row < rows.size(); row++) {
            int event = rows.at(row, Column.EVENT);
            if (event < slices.from() || event > slices.to() || exposed && rows.at(row, Column.RECORDED) == 0) {
                continue;
            }
            int slice = slices.of(event);
            int count = rows.at(row, Column.COUNT);
            all[slice] += count;
            for (Column column : PARTS) {
                int code = rows.at(row, column);
                if (code >= 0) {
                    parts.computeIfAbsent(column, any -> new TreeMap<>())
                            .computeIfAbsent(code, any -> new long[all.length])[slice] += count;
                }
            }
        }
    }

    SeriesKey key() {
        return key;
    }

    int slices() {
        return all.length;
    }

    /** Values that were seen. */
    TreeMap<Integer, long[]> seen(Column column) {
        return parts.getOrDefault(column, new TreeMap<>());
    }

    /** Failures of the newest slices. */
    long all(int recent) {
        long sum = 0;
        for (int slice = 0; slice < recent; slice++) {
            sum += all[slice];
        }
        return sum;
    }

    /** What is expected of the newest slices. */
    double expected(int recent) {
        double sum = 0;
        for (int slice = 0; slice < recent; slice++) {
            sum += expected[slice];
        }
        return sum;
    }

    /** Of what units, the share of what is expected, by slice; none where units are not known by age. */
    double[] shares(MonthUnits units) {
        double[] shares = new double[all.length];
        for (int slice = 0; slice < shares.length; slice++) {
            shares[slice] = Math.max(0, outlook.shares().of(key, units, slices.first(slice), slices.last(slice)));
        }
        return shares;
    }

    /** A part by slices. */
    List<Stratum> strata(long[] observed, double[] shares) {
        List<Stratum> strata = new ArrayList<>();
        for (int slice = 0; slice < shares.length; slice++) {
            if (all[slice] > 0 && shares[slice] > 0) {
                strata.add(Stratum.of(observed[slice], shares[slice], all[slice]));
            }
        }
        return strata;
    }

    /** What is expected of a part in the newest slices. */
    double expected(double[] shares, int recent) {
        double sum = 0;
        for (int slice = 0; slice < recent; slice++) {
            sum += shares[slice] * expected[slice];
        }
        return sum;
    }
}
