// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.cause.Localisation;
import io.fieldback.pipelines.detection.cause.SiteCheck;
import io.fieldback.pipelines.detection.cause.SiteCheck.SiteRise;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Group;
import io.fieldback.pipelines.detection.series.Known;
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
    private static final int WEEK = 7;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final Alarms alarms;
    private final Localisation localisation;
    private final SiteCheck sites;
    private final Explained explained;
    private final OneUnit oneUnit;
    private final SameExcess same;
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
        this.same = new SameExcess(known, outlook, rules, alarms);
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
        for (Group group : List.of(
                Group.LOT,
                Group.REGION,
                Group.COHORT,
                Group.IN_SERVICE,
                Group.WEAR,
                Group.SERIES,
                Group.NEW,
                Group.PRODUCT)) {
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
        Finding finding = whole ? same.ofComponent(given) : given;
        String line = known.reference().line(finding.key().product());
        if (!alarms.mayOpen(OpenAlert.key(finding, line)) || explained.is(finding)) {
            return;
        }
        if (oneUnit.carries(finding, line) || sites.nothingIsLeft(finding) || sites.mayBeOfSite(finding)) {
            return;
        }
        Localisation.Bound bound = localisation.bind(finding);
        Optional<Finding> other = bound.named()
                .flatMap(named -> same.asCohort(finding, named.carrier().part()));
        if (other.isPresent()) {
            open(other.get(), bound, line);
            return;
        }
        if (asksForItsCause(finding)
                && bound.named().filter(named -> isCauseOf(finding, named)).isEmpty()) {
            same.ofOne(finding).ifPresent(this::consider);
            return;
        }
        open(finding, bound, line);
    }

    private void open(Finding finding, Localisation.Bound bound, String line) {
        OpenAlert alert = new Opening(known, outlook).of(finding, bound, line);
        if (alarms.mayOpen(alert.key()) && withinBudget(line)) {
            alarms.open(alert, finding, bound);
            opened.computeIfAbsent(line, any -> new ArrayList<>()).add(outlook.day());
        }
    }

    private static boolean asksForItsCause(Finding finding) {
        return finding.wide()
                || finding.lot() != null
                || finding.part() != null && finding.part().axis() == Axis.IN_SERVICE_MONTH;
    }

    private static boolean isCauseOf(Finding finding, Localisation.Named named) {
        if (finding.part() != null && finding.part().axis() == Axis.IN_SERVICE_MONTH) {
            return named.carrier().part().axis() == Axis.IN_SERVICE_MONTH;
        }
        return finding.wide() ? named.wide() : named.lot() != null;
    }

    private boolean withinBudget(String line) {
        return opened.getOrDefault(line, List.of()).size() < rules.alertsPerLineAndWeek();
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
