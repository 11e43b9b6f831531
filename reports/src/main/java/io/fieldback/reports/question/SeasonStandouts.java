// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import io.fieldback.statistics.interval.RateRatio;
import io.fieldback.statistics.interval.Share;
import java.util.ArrayList;
import java.util.List;

/** Components that fail in one season more than in the rest of the year. */
final class SeasonStandouts {
    private final List<Comparison> standouts;

    private SeasonStandouts(List<Comparison> standouts) {
        this.standouts = standouts;
    }

    static SeasonStandouts of(Asking asking) {
        List<Comparison> all = Comparison.of(
                asking.rows("seasons"),
                row -> new RateRatio(
                        new PoissonRate(row.count("failures"), others(row, "season_failures", "failures")),
                        new PoissonRate(row.count("rest_failures"), others(row, "rest_all", "rest_failures"))),
                row -> others(row, "season_failures", "failures") > 0
                        && others(row, "rest_all", "rest_failures") > 0
                        && row.count("rest_failures") > 0);
        return new SeasonStandouts(Comparison.standouts(all));
    }

    List<Comparison> standouts() {
        return standouts;
    }

    List<Finding> findings(Asking asking) {
        List<Finding> findings = new ArrayList<>();
        for (Comparison it : standouts) {
            Row row = it.row();
            String season = asking.say("season." + row.text("season"));
            Share within = new Share(row.count("failures"), row.count("season_failures"));
            Share rest = new Share(row.count("rest_failures"), row.count("rest_all"));
            findings.add(new Finding(
                    State.STANDS_OUT,
                    asking.say("season.headline", row.text("component"), season),
                    asking.say(
                            "season.finding",
                            asking.figures().share(within.value()),
                            season,
                            percent(asking, within),
                            asking.figures().share(rest.value()),
                            percent(asking, rest),
                            row.count("failures"),
                            row.count("season_failures"))));
        }
        return findings;
    }

    private static double others(Row row, String all, String part) {
        return row.number(all) - row.number(part);
    }

    private static String percent(Asking asking, Share share) {
        Interval interval = share.interval(Interval.DEFAULT_CONFIDENCE).times(100);
        return asking.figures().interval(interval);
    }
}
