// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.DayCounts;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Traffic;
import io.fieldback.schemas.alert.AlertKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Regions that join: their first reports come when others have reported for long. */
final class NewRegions {
    private static final int YOUNG = 91;
    private static final int LEAST = 10;
    private static final double WORTH = 0.02;

    private final Known known;
    private final Outlook outlook;
    private final TreeMap<String, Integer> given;

    NewRegions(Known known, Outlook outlook, TreeMap<String, Integer> given) {
        this.known = known;
        this.outlook = outlook;
        this.given = given;
    }

    List<Notice> look() {
        int day = outlook.day();
        DayCounts all = Senders.all(known, day - YOUNG, day);
        List<Notice> notices = new ArrayList<>();
        for (Map.Entry<String, Integer> region :
                known.reporters().joinedRegions(YOUNG, day).entrySet()) {
            String key = "region " + region.getKey();
            long its = reports(region.getKey(), region.getValue());
            boolean counts = its >= LEAST && its >= WORTH * all.sum(region.getValue(), day);
            // Free text for a region makes new ones every day: only who brings a part of all reports is worth a word.
            if (day - region.getValue() < YOUNG && !given.containsKey(key) && counts) {
                given.put(key, day);
                notices.add(SenderNotice.of(
                        AlertKind.REGION_JOINED,
                        "region",
                        region.getKey(),
                        day,
                        its,
                        Double.NaN,
                        " joined: its first reports came by ",
                        "开始上报，首批记录截至%s"));
            }
        }
        return notices;
    }

    private long reports(String region, int from) {
        Traffic traffic = known.reporters().regions().get(region);
        return traffic == null ? 0 : traffic.received().sum(from, outlook.day());
    }
}
