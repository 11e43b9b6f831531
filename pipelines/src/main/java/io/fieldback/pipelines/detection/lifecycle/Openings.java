// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.cause.Carrier;
import io.fieldback.pipelines.detection.cause.Localisation;
import io.fieldback.pipelines.detection.cause.SiteCheck;
import io.fieldback.pipelines.detection.cause.SiteCheck.SiteRise;
import io.fieldback.pipelines.detection.expectation.Expected;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Group;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.Track;
import io.fieldback.pipelines.detection.wording.Rows;
import io.fieldback.pipelines.detection.wording.Severity;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What of a day's findings becomes an alert: one for each cause. A product's excess that one component carries is that
 * component's; a lot's is one alert in whatever product; what an open alert explains is not told again.
 */
public final class Openings {
    private static final double MOST = 0.5;
    private static final double SURELY = 0.001;
    private static final double MUCH_WORSE = 1.5;
    private static final int WEEK = 7;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final Alarms alarms;
    private final Localisation localisation;
    private final SiteCheck sites;
    private final TreeMap<String, List<Integer>> opened;
    private final Set<String> risen;
    private final List<SiteRise> rises = new ArrayList<>();

    /** Openings beside the alerts that are open. */
    public Openings(Known known, Outlook outlook, WatchRules rules, Alarms alarms, Standing before) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.alarms = alarms;
        this.localisation = new Localisation(known, outlook, rules);
        this.sites = new SiteCheck(known, outlook, rules);
        this.opened = new TreeMap<>();
        this.risen = before.risenSites(outlook.day());
        before.opened().forEach((line, days) -> {
            List<Integer> recent =
                    days.stream().filter(day -> outlook.day() - day < WEEK).toList();
            if (!recent.isEmpty()) {
                opened.put(line, new ArrayList<>(recent));
            }
        });
    }

    /** Takes the findings of a day: what is bound most closely first, of these the least likely. */
    public void take(List<Finding> findings) {
        for (Group group : List.of(Group.LOT, Group.SERIES, Group.NEW, Group.PRODUCT)) {
            for (Finding finding : findings) {
                if (finding.group() == group && finding.q() < rules.falseDiscoveries()) {
                    consider(finding);
                }
            }
        }
    }

    private void consider(Finding given) {
        Finding finding = given.lot() == null && given.key().component().isEmpty() ? narrowed(given) : given;
        if (!alarms.mayOpen(OpenAlert.key(finding)) || explained(finding)) {
            return;
        }
        Localisation.Bound bound = localisation.bind(finding);
        Optional<SiteRise> rise = sites.site(finding, bound);
        if (rise.isPresent()) {
            rises.add(rise.get());
            return;
        }
        if (ofRisenSites(finding, bound)) {
            return;
        }
        Optional<LotKey> lot = lot(finding, bound);
        String key = lot.map(OpenAlert::key)
                .orElse(finding.lot() != null ? OpenAlert.key(finding.key()) : OpenAlert.key(finding));
        String line = known.reference().line(finding.key().product());
        if (alarms.mayOpen(key) && withinBudget(line)) {
            alarms.open(alert(finding, bound, lot.orElse(null), key), finding, bound);
            opened.computeIfAbsent(line, any -> new ArrayList<>()).add(outlook.day());
        }
    }

    /** Whether nothing is left of a finding without the sites that were told to report more of everything. */
    private boolean ofRisenSites(Finding finding, Localisation.Bound bound) {
        long observed = finding.observed();
        double expected = finding.expected().mean();
        for (Carrier site : bound.sites()) {
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

    private boolean withinBudget(String line) {
        return opened.getOrDefault(line, List.of()).size() < rules.alertsPerLineAndWeek();
    }

    /** The lot that carries the excess: of a look at a lot only if it does so among its neighbours. */
    private Optional<LotKey> lot(Finding finding, Localisation.Bound bound) {
        Optional<Carrier> named = bound.named();
        if (named.isEmpty() || named.get().part().axis() != Axis.LOT) {
            return Optional.empty();
        }
        String code = named.get().part().value();
        return known.lots().keySet().stream()
                .filter(lot -> lot.lot().equals(code)
                        && lot.component().equals(finding.key().component()))
                .findFirst();
    }

    private OpenAlert alert(Finding finding, Localisation.Bound bound, @Nullable LotKey lot, String key) {
        Part part = lot != null ? new Part(Axis.LOT, lot.lot()) : finding.lot() != null ? null : finding.part();
        List<String> cause = new ArrayList<>();
        bound.named().ifPresent(carrier -> cause.add(carrier.part().text()));
        if (lot != null && !lot.supplier().isEmpty()) {
            cause.add(Axis.SUPPLIER.code() + "=" + lot.supplier());
        }
        AlertKind kind = outlook.isNew(finding.key()) ? AlertKind.NEW_PRODUCT : AlertKind.RATE;
        String product = lot != null && products(lot) > 1 ? "" : finding.key().product();
        String symptom = part != null && part.axis() == Axis.SYMPTOM ? part.value() : null;
        OpenAlert nameless = new OpenAlert(
                "",
                key,
                kind,
                finding.key().measure(),
                product,
                finding.key().component(),
                part == null ? null : part.axis(),
                part == null ? null : part.value(),
                lot == null ? null : lot.supplier(),
                outlook.day(),
                finding.from(),
                List.copyOf(cause),
                Severity.of(known.reference(), finding.key().component(), symptom),
                finding.excess(),
                finding.ratio(),
                outlook.day(),
                0,
                0,
                finding.q());
        return nameless.named(AlertIds.alert(
                kind,
                Rows.scope(nameless).key() + key,
                LocalDate.ofEpochDay(outlook.day()).toString()));
    }

    private int products(LotKey lot) {
        io.fieldback.pipelines.detection.series.LotUnits units = known.lots().get(lot);
        return units == null ? 0 : units.products().size();
    }

    /** A product's excess, if one component carries most of it, is the component's. */
    private Finding narrowed(Finding finding) {
        Finding most = null;
        for (Track track :
                known.tracks(finding.key().measure(), finding.key().product()).values()) {
            if (!outlook.judges(track.key())) {
                continue;
            }
            long observed = track.counts(outlook.exposed(track.key())).sum(finding.from(), finding.to());
            Expected expected = outlook.window(track.key(), finding.from(), finding.to());
            if (most == null || observed - expected.mean() > most.excess()) {
                most = new Finding(
                        finding.group(),
                        track.key(),
                        null,
                        null,
                        finding.from(),
                        finding.to(),
                        observed,
                        expected,
                        expected.chance(observed),
                        finding.q());
            }
        }
        return most != null && most.excess() > MOST * finding.excess() && most.p() < SURELY ? most : finding;
    }

    /** Whether an open alert has told of it already. */
    private boolean explained(Finding finding) {
        long observed = finding.observed();
        Expected expected = finding.expected();
        for (OpenAlert open : alarms.open()) {
            boolean sameProduct = open.product().equals(finding.key().product());
            boolean sameComponent = open.component().equals(finding.key().component());
            if (open.measure() != finding.key().measure()) {
                if (sameComponent && (sameProduct || open.lot() != null)) {
                    return true;
                }
                continue;
            }
            if (finding.lot() != null && sameComponent && open.lot() == null && sameProduct) {
                return true;
            }
            // A whole product is looked at without the components that have alerts, from the next look on.
            if (finding.lot() == null
                    && finding.key().component().isEmpty()
                    && sameProduct
                    && open.openedOn() == outlook.day()) {
                return true;
            }
            if (sameProduct && open.component().isEmpty() && finding.ratio() < MUCH_WORSE * open.toldRatio()) {
                return true;
            }
            if (finding.lot() == null
                    && finding.part() != null
                    && sameProduct
                    && sameComponent
                    && open.part() == null) {
                return true;
            }
            if (finding.lot() == null && sameComponent && (open.lot() != null || sameProduct && open.part() != null)) {
                Course.Stretch its =
                        alarms.course().between(open.of(finding.key().product()), finding.from(), finding.to());
                observed -= its.observed();
                expected = expected.part(Math.max(0.1, 1 - its.expected().mean() / Math.max(expected.mean(), 1e-6)), 0);
            }
        }
        return observed != finding.observed()
                && (observed - expected.mean() < rules.minimumExcess()
                        || observed < rules.minimumRatio() * expected.mean()
                        || expected.chance(observed) > finding.p() * 10);
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
