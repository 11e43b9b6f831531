// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.ProductUnits;
import io.fieldback.pipelines.detection.series.SeriesKey;

/** From when on a series has a history, and what is too new to have one. */
final class Beginnings {
    static final int LEAST_WEEKS = 26;
    static final int LEAST_WEEKS_EXPOSED = 8;

    /** Days since 1970 leave this by seven on Sundays. */
    private static final int SUNDAY = 3;

    private final Known known;
    private final WatchRules rules;
    private final WeeklyTallies tallies;

    Beginnings(Known known, WatchRules rules, WeeklyTallies tallies) {
        this.known = known;
        this.rules = rules;
        this.tallies = tallies;
    }

    /** The first week that counts of a series. */
    int startWeek(SeriesKey key) {
        String line = known.reference().line(key.product());
        int start = tallies.start(line);
        if (!key.component().isEmpty()) {
            int code = tallies.codeStart(line, key.component());
            start = code > start + LEAST_WEEKS ? code : start;
        }
        return Math.min(start, tallies.endWeek());
    }

    /** Whether a component code is so new in its line that nothing can be expected of it. */
    boolean isNewCode(SeriesKey key) {
        String line = known.reference().line(key.product());
        int code = tallies.codeStart(line, key.component());
        return !key.component().isEmpty()
                && code > tallies.start(line) + LEAST_WEEKS
                && code > tallies.endWeek() - LEAST_WEEKS - rules.excludedWeeks();
    }

    /** Whether a product came so lately, long after the first reports of any, that its own history is none. */
    boolean isNew(String product) {
        int launched = launched(product);
        int start = Months.monday(tallies.start());
        return launched > start + 7 * LEAST_WEEKS_EXPOSED && tallies.upTo() - launched < 7 * rules.newProductWeeks();
    }

    /** The day a product came to the market, as told or as its first unit or failure has it. */
    int launched(String product) {
        int day = known.reference().product(product).launchedOn();
        if (day != Occurrence.UNKNOWN) {
            return day;
        }
        ProductUnits units = known.units(product);
        if (units.knownBy(tallies.upTo()).level() >= 2) {
            return Months.first(units.knownBy(tallies.upTo()).all().first());
        }
        Tally tally = tallies.of(new SeriesKey(Measure.INCIDENT, product, ""));
        for (int week = tallies.firstWeek(); tally != null && week < tallies.endWeek(); week++) {
            if (tally.week(week) > 0) {
                return Months.monday(week);
            }
        }
        return tallies.upTo();
    }

    /** Why nothing can be expected of a series of which nothing could be learned. */
    Pending pending(SeriesKey key) {
        String line = known.reference().line(key.product());
        if (isNewCode(key)) {
            int code = tallies.codeStart(line, key.component());
            return new Pending(Pending.Reason.NEW_CODE, Months.monday(code), lookAfter(code + LEAST_WEEKS));
        }
        boolean exposed = known.units(key.product()).knownBy(tallies.upTo()).level() >= 2;
        int start = startWeek(key);
        int ready = lookAfter(start + (exposed ? LEAST_WEEKS_EXPOSED : LEAST_WEEKS));
        if (isNew(key.product())) {
            int launched = launched(key.product());
            int grown = launched + 7 * rules.newProductWeeks();
            int sunday = grown + Math.floorMod(SUNDAY - grown, 7);
            return new Pending(
                    exposed ? Pending.Reason.NEW_PRODUCT : Pending.Reason.NEW_WITHOUT_UNITS,
                    launched,
                    Math.max(sunday, ready));
        }
        int until = ready > tallies.upTo() ? ready : Occurrence.UNKNOWN;
        return new Pending(Pending.Reason.SHORT_HISTORY, Months.monday(start), until);
    }

    /** The Sunday by which the weeks before one are learned from, the newest being left out. */
    private int lookAfter(int week) {
        return Months.monday(week + rules.excludedWeeks()) - 1;
    }
}
