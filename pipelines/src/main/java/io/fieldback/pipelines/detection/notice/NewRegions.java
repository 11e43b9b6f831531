// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Traffic;
import io.fieldback.schemas.alert.AlertKind;
import java.util.ArrayList;
import java.util.List;
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
        List<Notice> notices = new ArrayList<>();
        known.reporters().joinedRegions(YOUNG, day, LEAST, WORTH).forEach((region, began) -> {
            String key = "region " + region;
            if (day - began < YOUNG && !given.containsKey(key)) {
                given.put(key, day);
                notices.add(SenderNotice.of(
                        AlertKind.REGION_JOINED,
                        "region",
                        region,
                        day,
                        reports(region, began),
                        Double.NaN,
                        " joined: its first reports came by ",
                        "开始上报，首批记录截至%s"));
            }
        });
        return notices;
    }

    private long reports(String region, int from) {
        Traffic traffic = known.reporters().regions().get(region);
        return traffic == null ? 0 : traffic.received().sum(from, outlook.day());
    }
}
