// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.series.DayCounts;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Traffic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether an excess is of one site, whose other faults rise as well: then it is a matter of the site. */
public final class SiteCheck {
    private static final Least SURE = new Least(1, 1.4, 0.001, 1);
    private static final Least LIKELY = new Least(0.5, 1.15, 0.05, 28);
    private static final int USUAL = 182;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final Set<String> risen;

    /**
     * Checks by one outlook.
     *
     * @param risen sites that were told to report more of everything
     */
    public SiteCheck(Known known, Outlook outlook, WatchRules rules, Set<String> risen) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.risen = new TreeSet<>(risen);
    }

    /**
     * What makes an excess a site's.
     *
     * @param low lower bound of its cases over expected, against the other sites'
     * @param times its other cases over their expected
     * @param chance below that of so many
     * @param days of its other cases
     */
    private record Least(double low, double times, double chance, int days) {}

    /**
     * A site that rises as a whole.
     *
     * @param site code
     * @param observed its other cases
     * @param expected of them
     */
    public record SiteRise(String site, long observed, Expected expected) {}

    /** Puts a site to those that report more of everything; whether it is a new one. */
    public boolean rose(String site) {
        return risen.add(site);
    }

    /** The site of an excess, if it is the site's. */
    public Optional<SiteRise> site(Finding finding) {
        return site(finding, SURE);
    }

    /** Whether it may be a site's, whose other faults seem to rise: its next reports will tell. */
    public boolean mayBeOfSite(Finding finding) {
        return site(finding, LIKELY).isPresent();
    }

    private Optional<SiteRise> site(Finding finding, Least least) {
        for (Carrier carrier : sites(finding)) {
            if (carrier.excessShare() > rules.siteShare() && carrier.low() > least.low()) {
                Optional<SiteRise> rise = others(carrier, finding, least);
                if (rise.isPresent()) {
                    return rise;
                }
            }
        }
        return Optional.empty();
    }

    /** Whether nothing is left of a finding without the sites that were told to report more of everything. */
    public boolean nothingIsLeft(Finding finding) {
        long observed = finding.observed();
        double expected = finding.expected().mean();
        for (Carrier site : risen.isEmpty() ? List.<Carrier>of() : sites(finding)) {
            if (risen.contains(site.part().value())) {
                observed -= site.observed();
                expected = Math.max(expected / 10, expected - site.expected());
            }
        }
        Expected rest =
                finding.expected().part(expected / Math.max(finding.expected().mean(), 1e-9), 0);
        return observed != finding.observed()
                && (observed - expected < rules.minimumExcess()
                        || observed < rules.minimumRatio() * expected
                        || rest.chance(observed) > finding.p());
    }

    private List<Carrier> sites(Finding finding) {
        return new SiteParts(known, outlook).of(finding);
    }

    private Optional<SiteRise> others(Carrier carrier, Finding finding, Least least) {
        Traffic traffic = known.reporters().sites().get(carrier.part().value());
        if (traffic == null) {
            return Optional.empty();
        }
        DayCounts happened = traffic.happened();
        int from = Math.min(finding.from(), finding.to() - least.days() + 1);
        long others = happened.sum(from, finding.to()) - carrier.observed();
        double usual = happened.sum(from - USUAL, from - 1)
                * (finding.to() - from + 1.0)
                / USUAL
                * outlook.reported(finding.key().measure(), from, finding.to());
        double expected = Math.max(0.5, usual - carrier.expected());
        Expected all = new Expected(expected, expected * 1.3 + expected * expected * 0.02);
        return others >= least.times() * expected && all.chance(others) < least.chance()
                ? Optional.of(new SiteRise(carrier.part().value(), others, all))
                : Optional.empty();
    }
}
