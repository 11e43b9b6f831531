// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.expectation.Unusual;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.schemas.alert.AlertKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the next look has to know of an alert that is open.
 *
 * @param id of the alert
 * @param key tells it from others that may be open
 * @param kind what it is
 * @param subject what it is about
 * @param openedOn days since 1970
 * @param from first day of the excess, days since 1970
 * @param cause what the excess is bound to
 * @param severity as rows have it
 * @param q as told
 * @param followed how it went on
 */
public record OpenAlert(
        String id,
        String key,
        AlertKind kind,
        Subject subject,
        int openedOn,
        int from,
        List<String> cause,
        String severity,
        double q,
        Followed followed) {
    /** Begins what names a product line in a cause. */
    public static final String LINE = "product-line=";

    private static final String LOT = Axis.LOT.code() + "=";
    private static final String SUPPLIER = Axis.SUPPLIER.code() + "=";

    /**
     * The key of what a finding would open.
     *
     * @param line product line of the finding's product
     */
    public static String key(Finding finding, String line) {
        LotKey lot = finding.lot();
        if (lot != null) {
            return key(lot);
        }
        Part part = finding.part();
        if (finding.wide() && part != null) {
            return key(line, finding.key(), part.value());
        }
        if (part == null || part.axis().cohort().isPresent()) {
            return key(finding.key());
        }
        return key(finding.key()) + ' ' + part.text();
    }

    /** The key of a series' alert. */
    public static String key(SeriesKey series) {
        return "series " + series.measure() + ' ' + series.product() + '|' + series.component();
    }

    /** The key of a region's alert of all products of a line. */
    public static String key(String line, SeriesKey series, String region) {
        return "region " + series.measure() + ' ' + line + '|' + series.component() + ' ' + region;
    }

    /** The key of a lot's alert. */
    public static String key(LotKey lot) {
        return "lot " + lot.component() + '|' + lot.supplier() + '|' + lot.lot();
    }

    /** What is counted. */
    @JsonIgnore
    public Measure measure() {
        return subject.measure();
    }

    /** Model code, empty if it is of several. */
    @JsonIgnore
    public String product() {
        return subject.product();
    }

    /** Component code, empty if it is of the whole product. */
    @JsonIgnore
    public String component() {
        return subject.component();
    }

    /** Which of its failures; null if all. */
    @JsonIgnore
    public @Nullable Part part() {
        return subject.part();
    }

    /** The lot it is bound to, whether or not it is of that lot alone. */
    @JsonIgnore
    public @Nullable LotKey causeLot() {
        String first = cause.isEmpty() ? "" : cause.get(0);
        if (!first.startsWith(LOT)) {
            return null;
        }
        String second = cause.size() > 1 ? cause.get(1) : SUPPLIER;
        return new LotKey(component(), second.substring(SUPPLIER.length()), first.substring(LOT.length()));
    }

    /** Whether the series as a whole is not as usual while it is open. Wear is no such: all age. */
    @JsonIgnore
    boolean isOfSeries() {
        return kind != AlertKind.WEAR_OUT && subject.isOfSeries();
    }

    /** Its days, as days of the series that are not as usual. */
    Unusual unusual(int to) {
        return new Unusual(subject.series(), openedOn, from, to);
    }

    /** The same, followed on. */
    OpenAlert with(Followed newFollowed) {
        return new OpenAlert(id, key, kind, subject, openedOn, from, cause, severity, q, newFollowed);
    }

    /** The same, bound to something. */
    OpenAlert boundTo(List<String> newCause) {
        return new OpenAlert(id, key, kind, subject, openedOn, from, List.copyOf(newCause), severity, q, followed);
    }

    /** The same under an id. */
    OpenAlert named(String newId) {
        return new OpenAlert(newId, key, kind, subject, openedOn, from, cause, severity, q, followed);
    }
}
