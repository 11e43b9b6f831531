// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.List;

/** Alerts that are open or were, as far as looks must know of them. */
public interface Ongoing {
    /** Whether a series may open an alert. */
    boolean mayOpen(SeriesKey key);

    /** Whether a lot may open an alert. */
    boolean mayOpen(LotKey key);

    /** Whether a region of a component in all products of a line may open an alert. */
    boolean mayOpen(String line, SeriesKey key, String region);

    /** The day before the first that counts of a series: the day its last alert closed. */
    int closedOn(SeriesKey key);

    /** The same of a lot. */
    int closedOn(LotKey key);

    /** The same of a region of a component in all products of a line. */
    int closedOn(String line, SeriesKey key, String region);

    /** Components of a product with alerts of their own. */
    List<SeriesKey> componentsOf(SeriesKey product);
}
