// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.DayCounts;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Traffic;
import io.fieldback.schemas.alert.AlertKind;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Sources and sites that fall silent, return, or file at once what is months old. Silence is measured
 * against what the sender usually sends and against what all others send in the same days: holidays silence everybody.
 */
final class Senders {
    private static final String SILENT = "silent ";
    private static final int USUAL = 182;
    private static final int YOUNG = 91;
    private static final double HARDLY = 0.2;
    private static final double AGAIN = 0.5;
    private static final double ENOUGH = 10;
    private static final int MONTH_END = 45;
    private static final int WEEK = 7;
    private static final int OLD_LEAST = 20;
    private static final int OLD_DAYS = 60;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final TreeMap<String, Integer> given;
    private final List<Notice> notices = new ArrayList<>();

    Senders(Known known, Outlook outlook, WatchRules rules, TreeMap<String, Integer> given) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.given = given;
    }

    List<Notice> look() {
        DayCounts all = new DayCounts();
        for (Traffic site : known.reporters().sites().values()) {
            for (int at = outlook.day() - USUAL - 2 * MONTH_END; at <= outlook.day(); at++) {
                all.add(at, site.received().on(at));
            }
        }
        known.reporters().sources().forEach((code, traffic) -> silence("source", code, traffic, all, false));
        known.reporters().sites().forEach((code, traffic) -> {
            boolean monthEnd = outlook.learning().reporting(Measure.INCIDENT).atMonthEnd(code);
            silence("site", code, traffic, all, monthEnd);
            backlog(code, traffic, monthEnd);
        });
        return notices;
    }

    /** A site whose source is silent is silent with it. */
    private boolean isOfSilentSource(String what, String code) {
        return what.equals("site")
                && given.containsKey(SILENT + "source " + known.reporters().sourceOfSite(code));
    }

    private void silence(String what, String code, Traffic traffic, DayCounts all, boolean monthEnd) {
        DayCounts received = traffic.received();
        int day = outlook.day();
        int days = monthEnd ? MONTH_END : rules.silentDays();
        String key = SILENT + what + ' ' + code;
        Integer since = given.get(key);
        int end = since == null ? day - days : since - days;
        int first = Math.max(end - USUAL, Math.min(end, received.firstDay()));
        double usual = (double) received.sum(first, end) / (end - first + 1);
        if (since != null) {
            double lately = received.sum(day - WEEK + 1, day);
            if (usual * WEEK * AGAIN <= lately && (!monthEnd || lately > 0)) {
                given.remove(key);
                notices.add(SenderNotice.of(
                        AlertKind.RETURNED_SOURCE,
                        what,
                        code,
                        day,
                        Math.round(lately),
                        usual * WEEK,
                        " reports again: " + Math.round(lately) + " reports in the 7 days to ",
                        "恢复上报：截至%s的7天内上报" + Math.round(lately) + "条"));
            } else if (day - since > USUAL) {
                given.remove(key);
            }
            return;
        }
        if (received.firstDay() > day - days - (what.equals("source") ? WEEK : YOUNG)) {
            return;
        }
        double others = all.sum(day - days + 1, day) - received.sum(day - days + 1, day);
        double usualOthers = (all.sum(first, end) - received.sum(first, end)) / (double) (end - first + 1) * days;
        double share = usualOthers < ENOUGH ? 1 : Math.min(1, others / usualOthers);
        double expected = usual * days * share;
        long seen = received.sum(day - days + 1, day);
        if (expected >= ENOUGH
                && seen < HARDLY * expected
                && !isOfSilentSource(what, code)
                && Gaps.of(received, first, end).isLonger(day, days)) {
            given.put(key, day);
            notices.add(SenderNotice.of(
                    AlertKind.SILENT_SOURCE,
                    what,
                    code,
                    day,
                    seen,
                    expected,
                    " fell silent: " + seen + " reports in the " + days + " days to ",
                    "停止上报：截至%s的" + days + "天内仅上报" + seen + "条"));
        }
    }

    private void backlog(String code, Traffic traffic, boolean monthEnd) {
        int day = outlook.day();
        long old = traffic.old().sum(day - WEEK + 1, day);
        double usual = traffic.received().sum(day - USUAL, day - WEEK) / (double) (USUAL - WEEK) * WEEK;
        String key = "backlog " + code;
        Integer before = given.get(key);
        boolean much = old >= OLD_LEAST && old > 2 * usual * (monthEnd ? 4 : 1);
        if (much && (before == null || day - before > OLD_DAYS)) {
            given.put(key, day);
            notices.add(SenderNotice.of(
                    AlertKind.RETURNED_SOURCE,
                    "site",
                    code,
                    day,
                    old,
                    Double.NaN,
                    " filed " + old + " cases of more than six weeks ago in the 7 days to ",
                    "一次性补报六周以前的记录" + old + "条，截至%s"));
        }
    }
}
