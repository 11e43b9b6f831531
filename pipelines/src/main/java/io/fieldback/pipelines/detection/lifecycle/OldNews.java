// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.lifecycle.Course.Stretch;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What alerts that have closed told of a finding: a window reaches back half a year, and failures of before are no news. */
final class OldNews {
    private static final double LEAST_CHANCE = 1e-300;

    private final Alarms alarms;

    OldNews(Alarms alarms) {
        this.alarms = alarms;
    }

    /** A finding without what alerts had told of it when they closed; empty if they told nothing of it. */
    Optional<Stretch> left(Finding finding) {
        long observed = finding.observed();
        Expected expected = finding.expected();
        for (OpenAlert ended : alarms.ended()) {
            int from = Math.max(finding.from(), ended.from());
            int closed = ended.followed().lookedOn();
            Subject its = from > closed ? null : of(ended, finding);
            if (its != null) {
                Stretch told = alarms.course().between(its, ended.from(), from, closed);
                observed -= told.observed();
                expected = told.leftOf(expected);
            }
        }
        return observed == finding.observed()
                ? Optional.empty()
                : Optional.of(new Stretch(Math.max(0, observed), expected, 0));
    }

    /** The q of what is left, by as many looks as the finding itself was judged by. */
    static double q(Stretch left, Finding finding) {
        double chance = Math.max(LEAST_CHANCE, finding.expected().chance(finding.observed()));
        return left.expected().chance(left.observed()) * Math.max(1, finding.q() / chance);
    }

    /** What of a finding an alert was about; null if nothing. */
    private @Nullable Subject of(OpenAlert ended, Finding finding) {
        SeriesKey key = finding.key();
        LotKey lot = ended.causeLot();
        Part part = finding.part();
        if (finding.lot() != null) {
            return finding.lot().equals(lot) ? ended.subject().ofLot(finding.lot()) : null;
        }
        boolean about = ended.measure() == key.measure()
                && (key.component().isEmpty() || ended.component().equals(key.component()));
        if (!about || finding.wide()) {
            return about && part != null && ended.cause().contains(part.text()) ? ended.subject() : null;
        }
        Subject all = lot == null || ended.product().equals(key.product())
                ? ended.subject()
                : ended.subject().ofLot(lot);
        boolean ofProduct = alarms.course().series(all).stream()
                .anyMatch(series -> series.product().equals(key.product()));
        if (!ofProduct) {
            return null;
        }
        Subject its = all.of(key.product());
        return its.part() == null && part != null ? its.ofPart(part) : its;
    }
}
