// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What sites have of a finding, each held against what it had of the product's failures before. */
final class SiteParts {
    private static final int BEFORE = 730;
    private static final int LEAST = 3;
    private static final double DOUBT = 0.05;

    private final Known known;
    private final Outlook outlook;

    SiteParts(Known known, Outlook outlook) {
        this.known = known;
        this.outlook = outlook;
    }

    /** Those that were known before, the greatest excess first. */
    List<Carrier> of(Finding finding) {
        TreeMap<Integer, Integer> before = new TreeMap<>();
        double sum = 0;
        for (Track track :
                known.tracks(finding.key().measure(), finding.key().product()).values()) {
            FailureRows rows = track.rows();
            for (int row = rows.knownBy(finding.from() - BEFORE); row < rows.size(); row++) {
                int site = rows.at(row, Column.SITE);
                if (site >= 0 && rows.at(row, Column.EVENT) < finding.from()) {
                    before.merge(site, rows.at(row, Column.COUNT), Integer::sum);
                    sum += rows.at(row, Column.COUNT);
                }
            }
        }
        TreeMap<Integer, Integer> now = new TreeMap<>();
        long all = 0;
        for (Track track : known.tracksOf(finding.key())) {
            FailureRows rows = track.rows();
            for (int row = rows.knownBy(finding.from() - 1); row < rows.size(); row++) {
                int event = rows.at(row, Column.EVENT);
                boolean counts = event >= finding.from()
                        && event <= finding.to()
                        && (!outlook.exposed(finding.key()) || rows.at(row, Column.RECORDED) == 1);
                if (counts) {
                    all += rows.at(row, Column.COUNT);
                    now.merge(rows.at(row, Column.SITE), rows.at(row, Column.COUNT), Integer::sum);
                }
            }
        }
        double expected =
                outlook.window(finding.key(), finding.from(), finding.to()).mean();
        List<Carrier> carriers = new ArrayList<>();
        for (Map.Entry<Integer, Integer> site : now.entrySet()) {
            int was = before.getOrDefault(site.getKey(), 0);
            if (site.getKey() >= 0 && was >= LEAST && site.getValue() > 0) {
                Part part = new Part(Axis.SITE, known.codes().text(site.getKey()));
                carriers.add(Carrier.of(
                        part,
                        site.getValue(),
                        expected * was / sum,
                        all,
                        expected,
                        all - expected,
                        DOUBT + 1.0 / was,
                        0));
            }
        }
        carriers.sort(Comparator.comparingDouble((Carrier carrier) -> -carrier.excessShare())
                .thenComparing(carrier -> carrier.part().value()));
        return carriers;
    }
}
