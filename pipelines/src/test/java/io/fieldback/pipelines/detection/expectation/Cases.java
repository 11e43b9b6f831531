// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Seen;
import io.fieldback.pipelines.detection.series.Months;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Cases known on the day they happened. */
final class Cases {
    private Cases() {}

    /** Of product P, of which nothing else is known. */
    static Occurrence of(int day, Measure measure, long count, @Nullable String component, @Nullable String region) {
        return Seen.on(day)
                .measure(measure)
                .times(count)
                .component(component)
                .symptom(null)
                .region(region)
                .site(null)
                .row();
    }

    /** A failure of a unit that was made and sold on one day. */
    static Occurrence made(int day, String product, String component, int made) {
        return Seen.on(day)
                .product(product)
                .component(component)
                .made(Months.of(made), Months.of(day) - Months.of(made) + 1)
                .row();
    }

    /** Days since 1970. */
    static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }
}
