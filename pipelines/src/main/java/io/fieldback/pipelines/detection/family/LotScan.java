// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.CohortOutlook;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.MonthUnits;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Units that hold a part of a lot, in whatever product, against what units of their products and ages let expect. */
public final class LotScan {
    private static final double LEAST = 0.25;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;

    /** Looks by one outlook. */
    public LotScan(Known known, Outlook outlook, WatchRules rules) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
    }

    /** How many looks there are: lots with some failures, those of long ago for less. */
    double looks() {
        double looks = 0;
        for (LotUnits lot : known.lots().values()) {
            looks += known.cases(lot.key()) >= rules.minimumExcess()
                    ? Youth.weight(lot.produced().lastKey(), outlook.day())
                    : 0;
        }
        return looks;
    }

    /** Lots of which a failure became known since the look before. */
    public List<LotKey> touched() {
        TreeSet<LotKey> touched = new TreeSet<>();
        for (Track track : known.tracks().values()) {
            if (track.newest() <= outlook.before() || track.key().measure() != Measure.INCIDENT) {
                continue;
            }
            FailureRows rows = track.rows();
            for (int row = rows.knownBy(outlook.before()); row < rows.size(); row++) {
                int lot = rows.at(row, Column.LOT);
                int supplier = rows.at(row, Column.SUPPLIER);
                if (lot >= 0 && rows.at(row, Column.COUNT) > 0) {
                    LotKey key = new LotKey(
                            track.key().component(),
                            supplier < 0 ? "" : known.codes().text(supplier),
                            known.codes().text(lot));
                    if (known.lots().containsKey(key)) {
                        touched.add(key);
                    }
                }
            }
        }
        return new ArrayList<>(touched);
    }

    /**
     * What is found of a lot, if it could be an alert.
     *
     * @param after day before the first that counts
     */
    public Optional<Finding> lot(LotKey key, int after) {
        Sum sum = sum(key, after + 1);
        if (sum == null
                || sum.observed() - sum.expected().mean() < rules.minimumExcess()
                || sum.observed() < rules.minimumRatio() * sum.expected().mean()) {
            return Optional.empty();
        }
        double weight = Youth.weight(
                Objects.requireNonNull(known.lots().get(key)).produced().lastKey(), outlook.day());
        double p = Math.min(1, sum.expected().chance(sum.observed()) / weight);
        return Optional.of(new Finding(
                Group.LOT,
                sum.most(),
                new Part(Axis.LOT, key.lot()),
                key,
                false,
                sum.from(),
                outlook.day(),
                sum.observed(),
                sum.expected(),
                p,
                p));
    }

    /**
     * A lot in all products.
     *
     * @param observed cases
     * @param expected what they are held against
     * @param most the series with most of them
     * @param from first day that counts of it
     * @param products with cases
     */
    public record Sum(long observed, Expected expected, SeriesKey most, int from, List<String> products) {}

    /** What is known of a lot from a day on; null if it has no failures or nothing can be expected. */
    public @Nullable Sum sum(LotKey lot, int from) {
        LotUnits units = known.lots().get(lot);
        if (units == null) {
            return null;
        }
        long observed = 0;
        long greatest = 0;
        SeriesKey most = null;
        int first = outlook.day();
        Expected expected = Expected.NONE;
        List<String> products = new ArrayList<>();
        for (Map.Entry<String, MonthUnits> product : units.products().entrySet()) {
            SeriesKey key = new SeriesKey(Measure.INCIDENT, product.getKey(), lot.component());
            if (!outlook.exposed(key)) {
                continue;
            }
            int begin = Math.max(
                    Math.max(from, outlook.from(key)),
                    Months.first(product.getValue().first()));
            double made = known.units(key.product()).now().all().sum();
            double share = product.getValue().sum() / Math.max(1, made);
            Expected its = CohortOutlook.ofUnits(outlook, key, product.getValue(), begin)
                    .plus(outlook.found(key, share, begin, outlook.day()));
            expected = new Expected(expected.mean() + its.mean(), expected.variance() + its.variance());
            long count = observed(key, lot, begin);
            observed += count;
            if (count > 0) {
                products.add(key.product());
                first = Math.min(first, begin);
            }
            if (count > greatest) {
                greatest = count;
                most = key;
            }
        }
        return most == null || !expected.any()
                ? null
                : new Sum(observed, expected.atLeast(LEAST), most, first, products);
    }

    private long observed(SeriesKey key, LotKey lot, int from) {
        Track track = known.tracks().get(key);
        long count = 0;
        int end = track == null ? 0 : track.rows().size();
        int number = known.codes().find(lot.lot());
        for (int row = 0; row < end; row++) {
            FailureRows rows = Objects.requireNonNull(track).rows();
            int code = rows.at(row, Column.LOT);
            int event = rows.at(row, Column.EVENT);
            if (code == number && rows.at(row, Column.RECORDED) == 1 && event >= from && event <= outlook.day()) {
                count += rows.at(row, Column.COUNT);
            }
        }
        return count;
    }
}
