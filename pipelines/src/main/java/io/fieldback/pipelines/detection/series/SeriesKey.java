// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import java.util.Comparator;

/**
 * A series: a component of a product, of one measure. Measures are never added.
 *
 * @param measure what is counted
 * @param product model code, empty if not known
 * @param component component code, empty if not known; of a whole product empty as well
 */
public record SeriesKey(Measure measure, String product, String component) implements Comparable<SeriesKey> {
    private static final Comparator<SeriesKey> ORDER = Comparator.comparing(SeriesKey::measure)
            .thenComparing(SeriesKey::product)
            .thenComparing(SeriesKey::component);

    @Override
    public int compareTo(SeriesKey other) {
        return ORDER.compare(this, other);
    }
}
