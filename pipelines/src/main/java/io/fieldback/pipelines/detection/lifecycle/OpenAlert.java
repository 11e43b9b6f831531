// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.fieldback.pipelines.detection.Occurrence.Measure;
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
 * @param kind what it is about
 * @param measure what is counted
 * @param product model code, empty if it is of several
 * @param line product line whose products it is all of, else empty
 * @param component component code, empty if it is of the whole product
 * @param axis by which its failures are told apart; null if it is of all
 * @param value on that axis
 * @param supplier of a lot
 * @param openedOn days since 1970
 * @param from first day of the excess, days since 1970
 * @param cause what the excess is bound to
 * @param severity as rows have it
 * @param toldExcess cases beyond expectation when it was last told of
 * @param toldRatio observed over expected when it was last told of
 * @param lookedOn day of the weekly look before
 * @param quiet weekly looks in a row without excess
 * @param calm weekly looks in a row with much less of it
 * @param q as told
 */
public record OpenAlert(
        String id,
        String key,
        AlertKind kind,
        Measure measure,
        String product,
        String line,
        String component,
        @Nullable Axis axis,
        @Nullable String value,
        @Nullable String supplier,
        int openedOn,
        int from,
        List<String> cause,
        String severity,
        double toldExcess,
        double toldRatio,
        int lookedOn,
        int quiet,
        int calm,
        double q) {
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
        if (part == null || part.axis() == Axis.PRODUCTION_MONTH) {
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

    /** The lot it is bound to, whether or not it is of that lot alone. */
    @JsonIgnore
    public @Nullable LotKey causeLot() {
        String first = cause.isEmpty() ? "" : cause.get(0);
        if (!first.startsWith(LOT)) {
            return null;
        }
        String second = cause.size() > 1 ? cause.get(1) : SUPPLIER;
        return new LotKey(component, second.substring(SUPPLIER.length()), first.substring(LOT.length()));
    }

    /** Its series. */
    @JsonIgnore
    public SeriesKey series() {
        return new SeriesKey(measure, product, component);
    }

    /** Which of the series' failures; null if all. */
    @JsonIgnore
    public @Nullable Part part() {
        return axis == null || value == null ? null : new Part(axis, value);
    }

    /** Its lot, if it is of one. */
    @JsonIgnore
    public @Nullable LotKey lot() {
        return axis != Axis.LOT || value == null
                ? null
                : new LotKey(component, supplier == null ? "" : supplier, value);
    }

    /** The same after a weekly look. */
    OpenAlert looked(int on, int newQuiet, int newCalm) {
        return with(product, toldExcess, toldRatio, on, newQuiet, newCalm);
    }

    /** The same after it was told of again. */
    OpenAlert told(double excess, double ratio, int on, int newQuiet, int newCalm) {
        return with(product, excess, ratio, on, newQuiet, newCalm);
    }

    /** What of it is of one product. */
    OpenAlert of(String oneProduct) {
        return with(oneProduct, toldExcess, toldRatio, lookedOn, quiet, calm);
    }

    /** The same, but of a lot in all products. */
    OpenAlert ofLot(LotKey lot) {
        return new OpenAlert(
                id,
                key,
                kind,
                measure,
                "",
                "",
                component,
                Axis.LOT,
                lot.lot(),
                lot.supplier(),
                openedOn,
                from,
                cause,
                severity,
                toldExcess,
                toldRatio,
                lookedOn,
                quiet,
                calm,
                q);
    }

    /** What of it is of one part. */
    OpenAlert ofPart(Part only) {
        return new OpenAlert(
                id,
                key,
                kind,
                measure,
                product,
                line,
                component,
                only.axis(),
                only.value(),
                supplier,
                openedOn,
                from,
                cause,
                severity,
                toldExcess,
                toldRatio,
                lookedOn,
                quiet,
                calm,
                q);
    }

    /** The same, bound to something. */
    OpenAlert boundTo(List<String> newCause) {
        return new OpenAlert(
                id,
                key,
                kind,
                measure,
                product,
                line,
                component,
                axis,
                value,
                supplier,
                openedOn,
                from,
                List.copyOf(newCause),
                severity,
                toldExcess,
                toldRatio,
                lookedOn,
                quiet,
                calm,
                q);
    }

    /** The same under an id. */
    OpenAlert named(String newId) {
        return new OpenAlert(
                newId,
                key,
                kind,
                measure,
                product,
                line,
                component,
                axis,
                value,
                supplier,
                openedOn,
                from,
                cause,
                severity,
                toldExcess,
                toldRatio,
                lookedOn,
                quiet,
                calm,
                q);
    }

    private OpenAlert with(String newProduct, double excess, double ratio, int on, int newQuiet, int newCalm) {
        return new OpenAlert(
                id,
                key,
                kind,
                measure,
                newProduct,
                newProduct.isEmpty() ? line : "",
                component,
                axis,
                value,
                supplier,
                openedOn,
                from,
                cause,
                severity,
                excess,
                ratio,
                on,
                newQuiet,
                newCalm,
                q);
    }
}
