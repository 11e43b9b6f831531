// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.Objects;

/**
 * Whether one unit carries an excess by failing again and again: its repeats are no independent cases. That is the matter of
 * that unit and its owner, of whom the rules of single cases tell, and says nothing of the product.
 */
final class OneUnit {
    private final Course course;
    private final WatchRules rules;

    OneUnit(Course course, WatchRules rules) {
        this.course = course;
        this.rules = rules;
    }

    /**
     * Whether too little for an alert is left of a finding without what one unit had more than once.
     *
     * @param line product line of the finding's product
     */
    boolean carries(Finding finding, String line) {
        long repeats = course.repeats(subject(finding, line), finding.from(), finding.to());
        long observed = finding.observed() - repeats;
        double mean = finding.expected().mean();
        return repeats > 0 && (observed - mean < rules.minimumExcess() || observed < rules.minimumRatio() * mean);
    }

    private static Subject subject(Finding finding, String line) {
        SeriesKey key = finding.key();
        LotKey lot = finding.lot();
        Part part = finding.part();
        Subject whole = new Subject(key.measure(), key.product(), "", key.component(), null, null, null);
        if (lot != null) {
            return whole.ofLot(lot);
        }
        if (finding.wide()) {
            Part region = Objects.requireNonNull(part);
            return new Subject(key.measure(), "", line, key.component(), region.axis(), region.value(), null);
        }
        return part == null ? whole : whole.ofPart(part);
    }
}
