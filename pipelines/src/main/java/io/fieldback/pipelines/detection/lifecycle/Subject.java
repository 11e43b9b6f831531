// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about.
 *
 * @param measure what is counted
 * @param product model code, empty if it is of several
 * @param line product line whose products it is all of, else empty
 * @param component component code, empty if it is of the whole product
 * @param axis by which its failures are told apart; null if it is of all
 * @param value on that axis
 * @param supplier of a lot
 */
public record Subject(
        Measure measure,
        String product,
        String line,
        String component,
        @Nullable Axis axis,
        @Nullable String value,
        @Nullable String supplier) {
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

    /** Whether it is of all of a series' failures, or of a symptom or cause: these change what the series has. */
    @JsonIgnore
    boolean isOfSeries() {
        return !product.isEmpty() && (axis == null || axis == Axis.SYMPTOM || axis == Axis.CAUSE);
    }

    /** What of it is of one product. */
    Subject of(String oneProduct) {
        return new Subject(measure, oneProduct, "", component, axis, value, supplier);
    }

    /** A lot in all products. */
    Subject ofLot(LotKey lot) {
        return new Subject(measure, "", "", component, Axis.LOT, lot.lot(), lot.supplier());
    }

    /** What of it is of one part. */
    Subject ofPart(Part only) {
        return new Subject(measure, product, line, component, only.axis(), only.value(), supplier);
    }
}
