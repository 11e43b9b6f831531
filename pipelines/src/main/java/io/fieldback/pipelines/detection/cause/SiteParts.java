// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.FailureRows;
import io.fieldback.pipelines.detection.series.FailureRows.Column;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
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
    private static final double ENOUGH = 50;
    private static final double DOUBT = 0.05;

    private final Known known;
    private final Outlook outlook;

    SiteParts(Known known, Outlook outlook) {
        this.known = known;
        this.outlook = outlook;
    }

    /** Those that were known before, the greatest excess first. */
    List<Carrier> of(Finding finding) {
        Part part = finding.part();
        Column column = part != null && part.axis() == Axis.REGION ? Column.REGION : Column.SITE;
        int code = part != null && part.axis() == Axis.REGION ? known.codes().find(part.value()) : 0;
        List<SeriesKey> keys = finding.wide() ? known.lineOf(finding.key()) : List.of(finding.key());
        TreeMap<Integer, Integer> before = new TreeMap<>();
        double sum = 0;
        TreeMap<Integer, Integer> now = new TreeMap<>();
        long all = 0;
        for (SeriesKey key : keys) {
            for (Track track : known.tracks(key.measure(), key.product()).values()) {
                FailureRows rows = track.rows();
                boolean its = key.component().isEmpty() || key.equals(track.key());
                for (int row = rows.knownBy(finding.from() - BEFORE); row < rows.size(); row++) {
                    int event = rows.at(row, Column.EVENT);
                    int site = rows.at(row, Column.SITE);
                    int count = rows.at(row, Column.COUNT);
                    if (column == Column.REGION && rows.at(row, Column.REGION) != code) {
                        continue;
                    }
                    if (event < finding.from() && site >= 0) {
                        before.merge(site, count, Integer::sum);
                        sum += count;
                    } else if (its && event >= finding.from() && event <= finding.to() && counts(rows, row, key)) {
                        all += count;
                        now.merge(site, count, Integer::sum);
                    }
                }
            }
        }
        if (sum < ENOUGH) {
            sum = ofLine(finding, column, code, before);
        }
        double expected = column == Column.REGION
                ? finding.expected().mean()
                : outlook.window(finding.key(), finding.from(), finding.to()).mean();
        List<Carrier> carriers = new ArrayList<>();
        for (Map.Entry<Integer, Integer> site : now.entrySet()) {
            int was = before.getOrDefault(site.getKey(), 0);
            if (site.getKey() >= 0 && was >= LEAST && site.getValue() > 0) {
                Part here = new Part(Axis.SITE, known.codes().text(site.getKey()));
                carriers.add(Carrier.of(
                        here,
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

    /** Of a new product sites have nothing yet: what they had of all products of its line, put in the place of its own. */
    private double ofLine(Finding finding, Column column, int code, TreeMap<Integer, Integer> before) {
        before.clear();
        double sum = 0;
        SeriesKey key = finding.key();
        String line = known.reference().line(key.product());
        for (Track track : known.tracks().values()) {
            boolean its = track.key().measure() == key.measure()
                    && known.reference().line(track.key().product()).equals(line);
            FailureRows rows = track.rows();
            for (int row = its ? rows.knownBy(finding.from() - BEFORE) : rows.size(); row < rows.size(); row++) {
                int site = rows.at(row, Column.SITE);
                boolean inRegion = column != Column.REGION || rows.at(row, Column.REGION) == code;
                if (inRegion && site >= 0 && rows.at(row, Column.EVENT) < finding.from()) {
                    before.merge(site, rows.at(row, Column.COUNT), Integer::sum);
                    sum += rows.at(row, Column.COUNT);
                }
            }
        }
        return sum;
    }

    private boolean counts(FailureRows rows, int row, SeriesKey key) {
        return !outlook.exposed(key) || rows.at(row, Column.RECORDED) == 1;
    }
}
