// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.cause.SiteCheck.SiteRise;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.lifecycle.Standing;
import io.fieldback.pipelines.detection.series.FieldUnits;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All notices of a day. */
public final class Notices {
    private static final int ENDED = 6;
    private static final int SOLD_IN = 6;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final TreeMap<String, Integer> given;
    private final SiteNotices sites;

    /**
     * Notices of a day.
     *
     * @param before day each notice was given, by key
     */
    public Notices(Known known, Outlook outlook, WatchRules rules, Map<String, Integer> before) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.given = new TreeMap<>(before);
        this.sites = new SiteNotices(known, outlook, given);
        sites.look();
    }

    /** Sites of which it was told in half a year, today included, that they report more of everything. */
    public Set<String> risenSites() {
        return Standing.risenSites(given, outlook.day());
    }

    /**
     * The notices as rows.
     *
     * @param rises sites to which an excess was put down
     */
    public List<AlertChange> rows(List<SiteRise> rises) {
        List<Notice> all = new ArrayList<>(new Senders(known, outlook, rules, given).look());
        all.addAll(new NewRegions(known, outlook, given).look());
        all.addAll(new CodeNotices(known, outlook, rules, given).look());
        all.addAll(sites.with(rises));
        all.addAll(ended());
        return all.stream()
                .map(notice -> notice.row(outlook.day(), rules.fingerprint()))
                .toList();
    }

    /** Product lines of which units went into service month by month, and none for half a year. */
    private List<Notice> ended() {
        TreeMap<String, int[]> lines = new TreeMap<>();
        int now = Months.of(outlook.day());
        for (String product : known.products()) {
            FieldUnits units = known.units(product).now();
            int[] months = lines.computeIfAbsent(known.reference().line(product), line -> new int[] {0, 0});
            for (int month = units.all().first(); month < units.all().end(); month++) {
                if (units.all().of(month) > 0 && month != Occurrence.UNKNOWN) {
                    months[0] = Math.max(months[0], month);
                    months[1]++;
                }
            }
        }
        List<Notice> notices = new ArrayList<>();
        lines.forEach((line, months) -> {
            String key = "ended " + line;
            if (months[1] >= SOLD_IN && now - months[0] >= ENDED && !given.containsKey(key)) {
                given.put(key, outlook.day());
                LocalDate day = LocalDate.ofEpochDay(outlook.day());
                notices.add(new Notice(
                        AlertKind.PRODUCT_ENDED,
                        AlertScope.of(null, null),
                        0,
                        Double.NaN,
                        List.of("line=" + line),
                        "Line " + line + " ended: no unit came in service since " + Months.text(months[0])
                                + ", known by " + day + ".",
                        "产品线" + line + "已停产：自" + Months.text(months[0]) + "起无新投用，截至" + day + "。"));
            }
        });
        return notices;
    }

    /** Day each notice was given, by key. */
    public Map<String, Integer> given() {
        return given;
    }
}
