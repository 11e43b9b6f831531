// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.cause.Localisation;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.expectation.Unusual;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Group;
import io.fieldback.pipelines.detection.family.Ongoing;
import io.fieldback.pipelines.detection.lifecycle.Course.Stretch;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.wording.Counted;
import io.fieldback.pipelines.detection.wording.PastAlerts;
import io.fieldback.pipelines.detection.wording.Rows;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Alerts that are open, from one look to the next: what worsens, eases and ends is told once. */
public final class Alarms implements Ongoing {
    private static final int WEEK = 7;
    private static final int HALF_YEAR = 182;
    private static final int LONGEST = 364;
    private static final int FORGOTTEN = 730;
    private static final int LEARNED = 5 * 365;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final Course course;
    private final Localisation localisation;
    private final Counting counting;
    private final Telling telling;
    private final List<OpenAlert> open = new ArrayList<>();
    private final List<OpenAlert> ended;
    private final List<Unusual> unusual;
    private final TreeMap<String, Integer> closed;
    private final List<AlertChange> changes = new ArrayList<>();

    /** Alerts as the look before left them. */
    public Alarms(Known known, Outlook outlook, WatchRules rules, PastAlerts past, Standing before) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.course = new Course(known, outlook);
        this.localisation = new Localisation(known, outlook, rules);
        this.counting = new Counting(known, outlook, rules, this);
        this.telling = new Telling(known, outlook, course, new Rows(rules.fingerprint(), past));
        this.open.addAll(before.open());
        this.ended = new ArrayList<>(before.ended());
        this.ended.removeIf(alert -> outlook.day() - alert.followed().lookedOn() > HALF_YEAR);
        this.unusual = new ArrayList<>(before.unusual());
        this.unusual.removeIf(days -> outlook.day() - days.to() > LEARNED);
        this.closed = new TreeMap<>(before.closed());
        this.closed.values().removeIf(day -> outlook.day() - day > FORGOTTEN);
    }

    /** Looks at each open alert. */
    public void follow() {
        int day = outlook.day();
        for (OpenAlert alert : List.copyOf(open)) {
            Followed followed = alert.followed();
            Recent recent = Recent.of(alert, course, day);
            Stretch whole = course.between(alert, start(alert), day);
            if (day - followed.lookedOn() >= WEEK) {
                weekly(alert, recent);
            } else if (worse(alert, whole, recent.stretch())) {
                OpenAlert told =
                        alert.with(new Followed(whole.excess(), followed.toldRatio(), followed.lookedOn(), 0, 0));
                replace(alert, told);
                tell(told, Change.WORSENED, start(alert), whole);
            }
        }
    }

    private void weekly(OpenAlert alert, Recent newest) {
        Stretch recent = newest.stretch();
        int from = newest.from();
        Followed followed = alert.followed();
        // Wear does not ease, but what is usual learns it: an alert of it stands for a year.
        boolean wears = alert.kind() == AlertKind.WEAR_OUT;
        boolean quiet = wears ? outlook.day() - alert.openedOn() >= LONGEST : newest.isQuiet(followed.toldRatio());
        int quietLooks = quiet ? followed.quiet() + 1 : 0;
        boolean calm = !wears && recent.ratio() - 1 < rules.easeFactor() * (followed.toldRatio() - 1);
        int calmLooks = calm ? followed.calm() + 1 : 0;
        Followed looked = followed.looked(outlook.day(), quietLooks, calmLooks);
        if (quietLooks >= rules.quietScans()) {
            open.remove(alert);
            closed.put(alert.key(), outlook.day());
            OpenAlert last = alert.with(looked);
            ended.add(last);
            if (last.isOfSeries()) {
                unusual.add(last.unusual(outlook.day()));
            }
            tell(last, Change.CLOSED, from, recent);
        } else if (!quiet && calmLooks == 2) {
            OpenAlert told =
                    alert.with(new Followed(followed.toldExcess(), recent.ratio(), outlook.day(), 0, calmLooks));
            replace(alert, told);
            tell(told, Change.EASED, from, recent);
        } else {
            OpenAlert same = alert.with(looked);
            replace(alert, same);
            if (same.cause().isEmpty() && !quiet) {
                localise(same, course.between(same, start(same), outlook.day()));
            }
        }
    }

    /** What carries it may show only later. */
    private void localise(OpenAlert alert, Stretch whole) {
        Finding finding = new Finding(
                Group.SERIES,
                course.series(alert.subject()).get(0),
                alert.part(),
                null,
                false,
                start(alert),
                outlook.day(),
                whole.observed(),
                whole.expected(),
                alert.q(),
                alert.q());
        Localisation.Bound bound = localisation.bind(finding);
        if (bound.named().isPresent()) {
            String line = known.reference().line(finding.key().product());
            OpenAlert told = alert.boundTo(Opening.cause(bound.named().get(), line));
            replace(alert, told);
            double p = whole.expected().chance(whole.observed());
            Counted counted = counting.of(told, start(alert));
            changes.add(telling.row(told, Change.LOCALISED, start(alert), counted, whole, p, bound, null));
        }
    }

    private boolean worse(OpenAlert alert, Stretch whole, Stretch recent) {
        Followed followed = alert.followed();
        return whole.excess() >= rules.worsenFactor() * followed.toldExcess()
                && whole.excess() - followed.toldExcess() >= rules.minimumExcess()
                && recent.ratio() >= Math.min(followed.toldRatio(), 2 * rules.minimumRatio());
    }

    private int start(OpenAlert alert) {
        return Math.max(alert.from(), outlook.day() - LONGEST + 1);
    }

    private void replace(OpenAlert alert, OpenAlert by) {
        open.set(open.indexOf(alert), by);
    }

    /** Opens an alert. */
    public void open(OpenAlert alert, Finding finding, Localisation.Bound bound) {
        long cost = course.between(alert, finding.from(), finding.to()).costMinor();
        Stretch stretch = new Stretch(finding.observed(), finding.expected(), cost);
        Counted counted = counting.of(finding);
        open.add(alert);
        changes.add(telling.row(
                alert, Change.OPENED, finding.from(), counted, stretch, finding.p(), bound, finding.wear()));
    }

    private void tell(OpenAlert alert, Change change, int from, Stretch stretch) {
        double p = stretch.expected().chance(stretch.observed());
        changes.add(telling.row(alert, change, from, counting.of(alert, from), stretch, p, null, null));
    }

    /** Alerts that are open. */
    public List<OpenAlert> open() {
        return open;
    }

    /** Alerts that closed within half a year, the day of their last look being that of the close. */
    public List<OpenAlert> ended() {
        return ended;
    }

    /** Days of series that alerts told of which have closed. */
    public List<Unusual> unusual() {
        return unusual;
    }

    /** The day the last alert of a key closed, or {@link Integer#MIN_VALUE}. */
    public int closedOn(String key) {
        return closed.getOrDefault(key, Integer.MIN_VALUE / 2);
    }

    /** Whether a key may open. */
    public boolean mayOpen(String key) {
        return open.stream().noneMatch(alert -> alert.key().equals(key))
                && outlook.day() - closedOn(key) > rules.quietDays();
    }

    /** Day of the last close by key. */
    public Map<String, Integer> closed() {
        return closed;
    }

    /** What there is to tell. */
    public List<AlertChange> changes() {
        return changes;
    }

    /** How failures of an alert went. */
    public Course course() {
        return course;
    }

    @Override
    public boolean mayOpen(SeriesKey key) {
        return mayOpen(OpenAlert.key(key));
    }

    @Override
    public boolean mayOpen(LotKey key) {
        return mayOpen(OpenAlert.key(key));
    }

    @Override
    public boolean mayOpen(String line, SeriesKey key, String region) {
        return mayOpen(OpenAlert.key(line, key, region));
    }

    @Override
    public int closedOn(SeriesKey key) {
        return closedOn(OpenAlert.key(key));
    }

    @Override
    public int closedOn(LotKey key) {
        return closedOn(OpenAlert.key(key));
    }

    @Override
    public int closedOn(String line, SeriesKey key, String region) {
        return closedOn(OpenAlert.key(line, key, region));
    }

    @Override
    public List<SeriesKey> componentsOf(SeriesKey product) {
        List<SeriesKey> components = new ArrayList<>();
        for (OpenAlert alert : open) {
            SeriesKey key = new SeriesKey(product.measure(), product.product(), alert.component());
            if (!alert.component().isEmpty()
                    && course.series(alert.subject()).contains(key)
                    && !components.contains(key)) {
                components.add(key);
            }
        }
        return components;
    }
}
