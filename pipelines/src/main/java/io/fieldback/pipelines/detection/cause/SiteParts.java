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
        TreeMap<Integer, Integer> now = new TreeMap<>();
        double sum = 0;
        long all = 0;
        for (SeriesKey key : keys) {
            for (Track track : known.tracks(key.measure(), key.product()).values()) {
                sum += before(track, finding.from(), column, code, before);
            }
            for (Track track : known.tracksOf(key)) {
                FailureRows rows = track.rows();
                for (int row = rows.knownBy(finding.from() - 1); row < rows.size(); row++) {
                    int event = rows.at(row, Column.EVENT);
                    boolean isIn = event >= finding.from() && event <= finding.to() && counts(rows, row, key);
                    if (isIn && (column != Column.REGION || rows.at(row, Column.REGION) == code)) {
                        all += rows.at(row, Column.COUNT);
                        now.merge(rows.at(row, Column.SITE), rows.at(row, Column.COUNT), Integer::sum);
                    }
                }
            }
        }
        if (sum < ENOUGH) {
            sum = beforeOfLine(finding, column, code, before);
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
    private double beforeOfLine(Finding finding, Column column, int code, TreeMap<Integer, Integer> sums) {
        sums.clear();
        double sum = 0;
        SeriesKey key = finding.key();
        String line = known.reference().line(key.product());
        for (Track track : known.tracks().values()) {
            SeriesKey other = track.key();
            if (other.measure() == key.measure()
                    && known.reference().line(other.product()).equals(line)) {
                sum += before(track, finding.from(), column, code, sums);
            }
        }
        return sum;
    }

    /** Adds what sites had of a series in two years before a day, and gives how much that was. */
    private static double before(Track track, int day, Column column, int code, TreeMap<Integer, Integer> sums) {
        double sum = 0;
        FailureRows rows = track.rows();
        for (int row = rows.knownBy(day - BEFORE); row < rows.size(); row++) {
            int site = rows.at(row, Column.SITE);
            boolean isHere = column != Column.REGION || rows.at(row, Column.REGION) == code;
            if (isHere && site >= 0 && rows.at(row, Column.EVENT) < day) {
                sums.merge(site, rows.at(row, Column.COUNT), Integer::sum);
                sum += rows.at(row, Column.COUNT);
            }
        }
        return sum;
    }

    private boolean counts(FailureRows rows, int row, SeriesKey key) {
        return !outlook.exposed(key) || rows.at(row, Column.RECORDED) == 1;
    }
}
