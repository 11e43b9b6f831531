// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import io.fieldback.statistics.distribution.CountDistribution;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;

/**
 * A customer of many units, a dealer or a fleet, beyond what its own history lets expect. Its complaints and requests of
 * repair are counted by month. A month is held against the up to {@value #HISTORY} quiet months before it, of which
 * there must be {@value #LEAST}: with n cases in M months the expectation is (n + ½) / M, its scatter that of these
 * months, at least Poisson's, and that of the estimate. Months in a row are one alert.
 */
public final class FleetRule {
    private static final int HISTORY = 24;
    private static final int LEAST = 6;

    private FleetRule() {}

    /**
     * The changes that follow from the cases of a customer.
     *
     * @param identity the customer
     * @param months cases by month, months since January 1970
     */
    static List<RuleChange> of(String identity, NavigableMap<Integer, Integer> months, RuleSettings settings) {
        List<RuleChange> changes = new ArrayList<>();
        if (months.isEmpty()) {
            return changes;
        }
        Deque<Integer> quiet = new ArrayDeque<>();
        int since = Integer.MIN_VALUE;
        for (int month = months.firstKey(); month <= months.lastKey(); month++) {
            int count = months.getOrDefault(month, 0);
            Expected expected = Expected.of(quiet);
            if (quiet.size() >= LEAST && expected.exceeded(count, settings)) {
                boolean goesOn = since != Integer.MIN_VALUE;
                since = goesOn ? since : month;
                changes.add(change(identity, since, month, count, expected, quiet.size()));
            } else {
                since = Integer.MIN_VALUE;
                quiet.addLast(count);
                if (quiet.size() > HISTORY) {
                    quiet.removeFirst();
                }
            }
        }
        return changes;
    }

    /** What the months before let expect. */
    private record Expected(double mean, double variance) {
        static Expected of(Deque<Integer> quiet) {
            int months = Math.max(1, quiet.size());
            double sum = quiet.stream().mapToInt(Integer::intValue).sum();
            double average = sum / months;
            double squares = quiet.stream()
                    .mapToDouble(n -> (n - average) * (n - average))
                    .sum();
            double scatter = average == 0 ? 1 : Math.max(1, squares / Math.max(1, months - 1) / average);
            double mean = (sum + 0.5) / months;
            return new Expected(mean, scatter * mean * (1 + 1.0 / months));
        }

        double chance(int count) {
            return CountDistribution.of(mean, variance).atLeast(count);
        }

        boolean exceeded(int count, RuleSettings settings) {
            return count - mean >= settings.fleetExcess()
                    && count >= settings.fleetRatio() * mean
                    && chance(count) <= settings.fleetChance();
        }
    }

    private static RuleChange change(String identity, int since, int month, int count, Expected expected, int history) {
        String alertId =
                AlertIds.alert(AlertKind.CUSTOMER, identity, month(since).toString());
        int first = (int) month(since).atDay(1).toEpochDay();
        String figure = String.format(Locale.ROOT, "%.1f", expected.mean());
        return new RuleChange(
                new RuleChange.Key(
                        alertId,
                        since == month ? Change.OPENED : Change.WORSENED,
                        month(month).toString()),
                first,
                first,
                new RuleChange.Told(
                        AlertKind.CUSTOMER,
                        "serious",
                        new AlertScope(null, null, null, null, null, null, null, identity),
                        new AlertFigures(
                                null,
                                "history",
                                (long) count,
                                expected.mean(),
                                count / expected.mean(),
                                null,
                                null,
                                expected.chance(count),
                                null,
                                null,
                                null,
                                null)),
                null,
                List.of(),
                "Customer " + identity + ", who has many units, had " + count + " complaints and repairs in "
                        + month(month) + " against " + figure + " expected from its own " + history
                        + " months before.",
                "拥有多台产品的客户 " + identity + " 在 " + month(month) + " 共有 " + count + " 起投诉与报修，按其此前 " + history
                        + " 个月的情况预期为 " + figure + " 起。");
    }

    private static YearMonth month(int since1970) {
        return YearMonth.of(1970, 1).plusMonths(since1970);
    }

    /** The month of a day since 1970, in months since January 1970. */
    static int monthOf(int day) {
        YearMonth month = YearMonth.from(java.time.LocalDate.ofEpochDay(day));
        return 12 * (month.getYear() - 1970) + month.getMonthValue() - 1;
    }
}
