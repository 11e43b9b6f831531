// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.cause.Localisation;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.lifecycle.Course.Stretch;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.SeriesKey;
import io.fieldback.pipelines.detection.wording.Counted;
import io.fieldback.pipelines.detection.wording.Rows;
import io.fieldback.pipelines.detection.wording.Told;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Changes of alerts, with what is known of what they are about. */
final class Telling {
    private final Known known;
    private final Outlook outlook;
    private final Course course;
    private final Rows rows;

    Telling(Known known, Outlook outlook, Course course, Rows rows) {
        this.known = known;
        this.outlook = outlook;
        this.course = course;
        this.rows = rows;
    }

    /**
     * The row of a change.
     *
     * @param from first day that its figures are of
     * @param bound what carries the excess, if that was asked
     * @param wear from which age a hazard rises, of a finding of wear
     */
    AlertChange row(
            OpenAlert alert,
            Change change,
            int from,
            Counted counted,
            Stretch stretch,
            double p,
            Localisation.@Nullable Bound bound,
            Finding.@Nullable Wear wear) {
        List<SeriesKey> series = course.series(alert.subject());
        SeriesKey key =
                alert.product().isEmpty() ? series.get(0) : alert.subject().series();
        double units = 0;
        for (SeriesKey each : series) {
            units += course.units(alert.subject(), each);
        }
        return rows.row(new Told(
                alert,
                change,
                outlook.day(),
                from,
                counted,
                stretch,
                p,
                outlook.level(key),
                outlook.basis(key),
                Objects.requireNonNullElse(
                        known.reference().product(key.product()).predecessor(), ""),
                Math.round(units),
                bound == null ? List.of() : bound.parts(),
                bound == null ? from : bound.from(),
                wear));
    }
}
