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
    /** The key of what a finding would open. */
    public static String key(Finding finding) {
        LotKey lot = finding.lot();
        if (lot != null) {
            return key(lot);
        }
        Part part = finding.part();
        if (part == null || part.axis() == Axis.PRODUCTION_MONTH) {
            return key(finding.key());
        }
        return key(finding.key()) + ' ' + part.text();
    }

    /** The key of a series' alert. */
    public static String key(SeriesKey series) {
        return "series " + series.measure() + ' ' + series.product() + '|' + series.component();
    }

    /** The key of a lot's alert. */
    public static String key(LotKey lot) {
        return "lot " + lot.component() + '|' + lot.supplier() + '|' + lot.lot();
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

    /** The same under an id. */
    OpenAlert named(String newId) {
        return new OpenAlert(
                newId,
                key,
                kind,
                measure,
                product,
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
