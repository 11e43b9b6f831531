// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.series.FailureRows.Column;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The month by which units make a cohort. */
public enum CohortMonth {
    /** In which they were made: parts, process and design. */
    PRODUCTION(Column.PRODUCED, 2, true) {
        @Override
        public NavigableMap<Integer, MonthUnits> cohorts(FieldUnits units) {
            return units.produced();
        }

        @Override
        public int of(FieldUnits.Gone gone) {
            return gone.produced();
        }
    },
    /** In which they came in service: transport, storage, installation, first filling. */
    IN_SERVICE(Column.SERVICE, 4, false) {
        @Override
        public NavigableMap<Integer, MonthUnits> cohorts(FieldUnits units) {
            MonthUnits all = units.all();
            TreeMap<Integer, MonthUnits> cohorts = new TreeMap<>();
            for (int month = all.first(); month < all.end(); month++) {
                if (all.of(month) > 0) {
                    MonthUnits its = new MonthUnits();
                    its.add(month, all.of(month));
                    cohorts.put(month, its);
                }
            }
            return cohorts;
        }

        @Override
        public int of(FieldUnits.Gone gone) {
            return gone.service();
        }
    };

    private final Column column;
    private final int level;
    private final boolean lasting;

    CohortMonth(Column column, int level, boolean lasting) {
        this.column = column;
        this.level = level;
        this.lasting = lasting;
    }

    /** Where a failure has it. */
    public Column column() {
        return column;
    }

    /** The exposure level from which on units are known by it. */
    public int level() {
        return level;
    }

    /** Whether what goes wrong in a month may do so in all months since: a design changes for good, a way into service does not. */
    public boolean isLasting() {
        return lasting;
    }

    /** Units by it, and by month in service; those that left included. */
    public abstract NavigableMap<Integer, MonthUnits> cohorts(FieldUnits units);

    /** That of units that left. */
    public abstract int of(FieldUnits.Gone gone);
}
