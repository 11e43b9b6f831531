// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

/**
 * A component that fails in winter.
 *
 * @param line the line whose models have it
 * @param component position among the components of the line
 * @param symptom position among the component's symptoms, seen in most of its failures
 * @param ratio its hazard from December to February against that from April to October
 */
public record SeasonalPart(Line line, int component, int symptom, double ratio) {
    /** The hazard in a month of the year against that of summer. */
    public double season(int monthOfYear) {
        return switch (monthOfYear) {
            case 12, 1, 2 -> ratio;
            case 11, 3 -> 1 + (ratio - 1) * 0.3;
            default -> 1;
        };
    }
}
