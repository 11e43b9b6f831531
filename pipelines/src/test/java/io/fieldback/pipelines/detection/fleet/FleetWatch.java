// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.LotExposure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Watch;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fieldback's own watch over a fleet. */
final class FleetWatch {
    private final Watch watch;
    private Fleet fleet;
    private int failure;
    private int unit;
    private int lot;

    FleetWatch(Fleet fleet, WatchRules rules) {
        this.fleet = fleet;
        this.watch = Watch.begin(rules, reference(fleet));
    }

    /** What it knows of the products: line, predecessor and launch. */
    static Reference reference(Fleet fleet) {
        List<Reference.Product> products = new ArrayList<>();
        for (int i = 0; i < fleet.models().size(); i++) {
            Model model = fleet.models().get(i);
            boolean follows = i > 0 && fleet.models().get(i - 1).line() == model.line();
            products.add(new Reference.Product(
                    model.code(),
                    "L" + (model.line() + 1),
                    "L" + (model.line() + 1) + "-" + model.platform(),
                    follows ? fleet.models().get(i - 1).code() : null,
                    Days.first(model.from())));
        }
        return Reference.of(products);
    }

    /** Feeds it with what became known by the end of a day, and asks it. */
    Watch.Tick tick(int day) {
        for (; unit < fleet.units().size() && fleet.units().get(unit).knownOn() <= day; unit++) {
            watch.know(fleet.units().get(unit));
        }
        for (; lot < fleet.lots().size() && fleet.lots().get(lot).knownOn() <= day; lot++) {
            watch.know(fleet.lots().get(lot));
        }
        for (;
                failure < fleet.occurrences().size()
                        && fleet.occurrences().get(failure).knownOn() <= day;
                failure++) {
            watch.know(fleet.occurrences().get(failure));
        }
        Watch.Tick tick = watch.tick(day);
        tick.changes().forEach(watch::past);
        return tick;
    }

    /** Lets go of the rows: what is left is what the watch itself needs. */
    void forgetFleet() {
        fleet = new Fleet(fleet.options(), fleet.models(), List.of(), List.of(), List.of(), fleet.faults());
    }

    /** Whether rows were fed. */
    boolean isFed() {
        return failure > 0 && unit > 0;
    }

    /** All it tells when it is asked every so many days; looks begin eight weeks before the watch. */
    static List<AlertChange> changes(Fleet fleet, WatchRules rules, int every) {
        FleetWatch watch = new FleetWatch(fleet, rules);
        List<AlertChange> changes = new ArrayList<>();
        int first = RivalSeries.lastDay(fleet.options(), RivalFleet.first(fleet.options()));
        for (int day = first; day < fleet.options().end(); day += every) {
            changes.addAll(watch.tick(day).changes());
        }
        return changes;
    }

    /** Findings about a product that are new or worse, as alarms; that of a lot is about the models that have it. */
    static List<Alarm> alarms(Fleet fleet, List<AlertChange> changes) {
        Map<String, Set<String>> lots = new HashMap<>();
        for (LotExposure row : fleet.lots()) {
            lots.computeIfAbsent("lot=" + row.lot(), any -> new HashSet<>()).add(row.productModel());
        }
        List<Alarm> alarms = new ArrayList<>();
        for (AlertChange change : changes) {
            boolean tells = change.change() == Change.OPENED
                    || change.change() == Change.WORSENED
                    || change.change() == Change.LOCALISED;
            if (tells && change.kind().family() == AlertKind.Family.QUALITY) {
                String cause = change.cause().isEmpty() ? "" : change.cause().get(0);
                String model = change.scope().productModel();
                Set<String> models = model == null ? several(fleet, lots, change.cause(), cause) : Set.of(model);
                int day = Math.toIntExact(change.knownOn().toEpochDay());
                alarms.add(new Alarm(day, models, change.scope().component(), cause));
            }
        }
        return alarms;
    }

    private static Set<String> several(Fleet fleet, Map<String, Set<String>> lots, List<String> causes, String cause) {
        Set<String> models = new HashSet<>(lots.getOrDefault(cause, Set.of()));
        for (Model model : fleet.models()) {
            if (causes.contains("product-line=L" + (model.line() + 1))) {
                models.add(model.code());
            }
        }
        return models;
    }

    /** The same as a score. */
    static Score score(Fleet fleet, WatchRules rules) {
        return Score.of(fleet.options(), fleet.faults(), alarms(fleet, changes(fleet, rules, 7)));
    }
}
