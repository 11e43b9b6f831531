// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.cause.Localisation;
import io.fieldback.pipelines.detection.cause.SiteCheck;
import io.fieldback.pipelines.detection.cause.SiteCheck.SiteRise;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Group;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a day's findings becomes an alert: one for each cause. A product's excess that one component carries is that
 * component's; a lot's is one alert in whatever product; what an open alert explains is not told again.
 */
public final class Openings {
    private static final double MOST = 0.5;
    private static final double SURELY = 0.001;
    private static final double HARDLY = 0.01;
    private static final int WEEK = 7;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final Alarms alarms;
    private final Localisation localisation;
    private final SiteCheck sites;
    private final Explained explained;
    private final OneUnit oneUnit;
    private final TreeMap<String, List<Integer>> opened;
    private final List<SiteRise> rises = new ArrayList<>();

    /**
     * Openings beside the alerts that are open.
     *
     * @param risenSites sites that were told to report more of everything
     */
    public Openings(
            Known known, Outlook outlook, WatchRules rules, Alarms alarms, Standing before, Set<String> risenSites) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.alarms = alarms;
        this.localisation = new Localisation(known, outlook, rules);
        this.sites = new SiteCheck(known, outlook, rules, risenSites);
        this.explained = new Explained(outlook, rules, alarms);
        this.oneUnit = new OneUnit(alarms.course(), rules);
        this.opened = new TreeMap<>();
        before.opened().forEach((line, days) -> {
            List<Integer> recent =
                    days.stream().filter(day -> outlook.day() - day < WEEK).toList();
            if (!recent.isEmpty()) {
                opened.put(line, new ArrayList<>(recent));
            }
        });
    }

    /** Findings that no open alert, no unit and no site explains: what is no discovery must not make others look like one. */
    public List<Finding> news(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> alarms.mayOpen(OpenAlert.key(
                                finding, known.reference().line(finding.key().product())))
                        && !explained.is(finding)
                        && !oneUnit.carries(
                                finding, known.reference().line(finding.key().product()))
                        && !sites.nothingIsLeft(finding))
                .toList();
    }

    /** Takes the findings of a day: what is bound most closely first, of these the least likely. */
    public void take(List<Finding> findings) {
        // One finding may show what is wrong with a site; then it explains the others as well.
        for (Finding finding : findings) {
            if (finding.q() < rules.falseDiscoveries()) {
                sites.site(finding).ifPresent(this::rose);
            }
        }
        for (Group group :
                List.of(Group.LOT, Group.REGION, Group.COHORT, Group.WEAR, Group.SERIES, Group.NEW, Group.PRODUCT)) {
            for (Finding finding : findings) {
                if (finding.group() == group && finding.q() < rules.falseDiscoveries()) {
                    consider(finding);
                }
            }
        }
    }

    private void rose(SiteRise rise) {
        if (sites.rose(rise.site())) {
            rises.add(rise);
        }
    }

    private void consider(Finding given) {
        boolean whole = given.lot() == null && given.key().component().isEmpty();
        Finding finding = whole ? narrowed(given) : given;
        String line = known.reference().line(finding.key().product());
        if (!alarms.mayOpen(OpenAlert.key(finding, line)) || explained.is(finding)) {
            return;
        }
        if (oneUnit.carries(finding, line) || sites.nothingIsLeft(finding) || sites.mayBeOfSite(finding)) {
            return;
        }
        Localisation.Bound bound = localisation.bind(finding);
        boolean confirmed = bound.named()
                .filter(named -> finding.wide() ? named.wide() : named.lot() != null)
                .isPresent();
        if ((finding.wide() || finding.lot() != null) && !confirmed) {
            ofOne(finding).ifPresent(this::consider);
            return;
        }
        OpenAlert alert = new Opening(known, outlook).of(finding, bound, line);
        if (alarms.mayOpen(alert.key()) && withinBudget(line)) {
            alarms.open(alert, finding, bound);
            opened.computeIfAbsent(line, any -> new ArrayList<>()).add(outlook.day());
        }
    }

    /** An excess of a region or lot that is not its alone: that of the product that has most of it, if it is one. */
    private Optional<Finding> ofOne(Finding finding) {
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

    private boolean withinBudget(String line) {
        return opened.getOrDefault(line, List.of()).size() < rules.alertsPerLineAndWeek();
    }

    /** A product's excess, if one component carries most of it, is the component's. */
    private Finding narrowed(Finding finding) {
        Finding most = null;
        for (Track track :
                known.tracks(finding.key().measure(), finding.key().product()).values()) {
            if (!outlook.judges(track.key())) {
                continue;
            }
            Finding its = within(finding, track.key());
            most = most == null || its.excess() > most.excess() ? its : most;
        }
        return most != null && most.excess() > MOST * finding.excess() && most.p() < SURELY ? most : finding;
    }

    /** Sites that rise as a whole. */
    public List<SiteRise> rises() {
        return rises;
    }

    /** Days on which alerts opened lately, by line. */
    public Map<String, List<Integer>> opened() {
        return opened;
    }
}
