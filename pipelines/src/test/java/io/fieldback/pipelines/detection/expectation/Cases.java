// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Seen;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Cases of product P, known on the day they happened, of which nothing else is known. */
final class Cases {
    private Cases() {}

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

    /** Days since 1970. */
    static int day(String date) {
        return Math.toIntExact(LocalDate.parse(date).toEpochDay());
    }
}
