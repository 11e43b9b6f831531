// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.CohortScan;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.CohortMonth;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.List;
import java.util.Optional;

/** The same excess as another look has it: of the component, the product or the kind of batch whose matter it is. */
final class SameExcess {
    private static final double MOST = 0.5;
    private static final double SURELY = 0.001;
    private static final double HARDLY = 0.01;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final Alarms alarms;

    SameExcess(Known known, Outlook outlook, WatchRules rules, Alarms alarms) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.alarms = alarms;
    }

    /** A product's excess, if one component carries most of it, is the component's. */
    Finding ofComponent(Finding finding) {
        Finding most = null;
        for (Track track :
                known.tracks(finding.key().measure(), finding.key().product()).values()) {
            if (!outlook.judges(track.key())) {
                continue;
            }
            Finding its = within(finding, track.key());
            most = most == null || its.excess() > most.excess() ? its : most;
        }
        return most != null
                        && most.excess() > MOST * finding.excess()
                        && most.excess() >= rules.minimumExcess()
                        && most.p() < SURELY
                ? most
                : finding;
    }

    /** An excess of a region, lot or month in service that is not its alone: that of the product that has most of it, if it is one. */
    Optional<Finding> ofOne(Finding finding) {
        Finding most = null;
        List<SeriesKey> keys = finding.wide() ? known.lineOf(finding.key()) : List.of(finding.key());
        for (SeriesKey key : keys) {
            if (outlook.judges(key)) {
                Finding its = within(finding, key);
                most = most == null || its.p() < most.p() ? its : most;
            }
        }
        return Optional.ofNullable(most)
                .filter(its -> its.p() < HARDLY
                        && its.excess() >= rules.minimumExcess()
                        && its.ratio() >= rules.minimumRatio());
    }

    /** A series in the days of a finding. */
    private Finding within(Finding finding, SeriesKey key) {
        long observed = 0;
        for (Track track : known.tracksOf(key)) {
            observed += track.counts(outlook.exposed(key)).sum(finding.from(), finding.to());
        }
        Expected expected = outlook.window(key, finding.from(), finding.to());
        double p = expected.chance(observed);
        return new Finding(
                finding.group(),
                key,
                null,
                null,
                false,
                finding.from(),
                finding.to(),
                observed,
                expected,
                p,
                finding.q());
    }

    /** A batch by the month of production that is found to be one by the month in service, or the other way round. */
    Optional<Finding> asCohort(Finding finding, Part named) {
        Part part = finding.part();
        CohortMonth by = named.axis().cohort().orElse(null);
        Track track = known.tracks().get(finding.key());
        boolean isOther = by != null
                && part != null
                && part.axis().cohort().filter(month -> month != by).isPresent();
        if (by == null || track == null || !isOther || finding.wear() != null) {
            return Optional.empty();
        }
        return new CohortScan(known, outlook, rules, by)
                .at(track, named.value(), Math.max(outlook.from(finding.key()), alarms.closedOn(finding.key()) + 1))
                .map(its -> its.judged(finding.q()));
    }
}
