// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;

/** Whether alerts that are open, or were, have told of a finding already: one cause is one alert. */
final class Explained {
    private static final double MUCH_WORSE = 1.5;
    private static final double LESS_SURE = 10;

    private final Outlook outlook;
    private final WatchRules rules;
    private final Alarms alarms;
    private final OldNews oldNews;

    Explained(Outlook outlook, WatchRules rules, Alarms alarms) {
        this.outlook = outlook;
        this.rules = rules;
        this.alarms = alarms;
        this.oldNews = new OldNews(alarms);
    }

    boolean is(Finding finding) {
        return byOpen(finding) || byEnded(finding);
    }

    private boolean byEnded(Finding finding) {
        return oldNews.left(finding)
                .filter(left -> left.excess() < rules.minimumExcess()
                        || left.observed()
                                < rules.minimumRatio() * left.expected().mean()
                        || OldNews.q(left, finding) >= rules.falseDiscoveries())
                .isPresent();
    }

    private boolean byOpen(Finding finding) {
        long observed = finding.observed();
        Expected expected = finding.expected();
        for (OpenAlert open : alarms.open()) {
            if (wholly(open, finding)) {
                return true;
            }
            Subject part = ofCause(open);
            boolean shares = open.measure() == finding.key().measure()
                    && finding.lot() == null
                    && !finding.wide()
                    && part.part() != null
                    && alarms.course().series(part).contains(finding.key());
            if (shares) {
                Course.Stretch its = alarms.course()
                        .between(part.of(finding.key().product()), open.from(), finding.from(), finding.to());
                observed -= its.observed();
                expected = its.leftOf(expected);
            }
        }
        return observed != finding.observed()
                && (observed - expected.mean() < rules.minimumExcess()
                        || observed < rules.minimumRatio() * expected.mean()
                        || expected.chance(observed) > finding.p() * LESS_SURE);
    }

    private boolean wholly(OpenAlert open, Finding finding) {
        SeriesKey key = finding.key();
        boolean sameProduct = open.product().equals(key.product());
        boolean sameComponent = open.component().equals(key.component());
        boolean ofIt = alarms.course().series(open.subject()).stream()
                .anyMatch(series -> series.product().equals(key.product()));
        if (open.measure() != key.measure()) {
            return sameComponent && ofIt;
        }
        if (finding.lot() != null || finding.wide()) {
            return sameComponent && (sameProduct && open.part() == null || names(open, finding));
        }
        // A whole product is looked at without the components that have alerts, from the next look on.
        if (key.component().isEmpty() && sameProduct && open.openedOn() == outlook.day()) {
            return true;
        }
        if (sameProduct
                && open.component().isEmpty()
                && finding.ratio() < MUCH_WORSE * open.followed().toldRatio()) {
            return true;
        }
        return finding.part() != null && sameProduct && sameComponent && open.part() == null;
    }

    /** Whether an open alert names the lot or region that is found. */
    private boolean names(OpenAlert open, Finding finding) {
        LotKey lot = finding.lot();
        return lot != null
                ? lot.equals(open.causeLot())
                : finding.part() != null && open.cause().contains(finding.part().text());
    }

    /** An alert that names a lot explains what else the lot does. */
    private static Subject ofCause(OpenAlert open) {
        LotKey lot = open.causeLot();
        return lot == null || open.subject().lot() != null
                ? open.subject()
                : open.subject().ofLot(lot);
    }
}
