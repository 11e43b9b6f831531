// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.demand;

/** What corrects the bias of Croston's ratio. */
public enum CrostonVariant {
    /** Nothing: Croston (1972); too high on average by about a / 2 of itself, where a smooths intervals. */
    CROSTON,
    /** The factor 1 - a / 2 of Syntetos and Boylan (2005), SBA. */
    SBA,
    /** The factor 1 - a / (2 - a) of Shale, Boylan and Johnston (2006), SBJ. */
    SBJ;

    double factor(double intervalSmoothing) {
        return switch (this) {
            case CROSTON -> 1;
            case SBA -> 1 - intervalSmoothing / 2;
            case SBJ -> 1 - intervalSmoothing / (2 - intervalSmoothing);
        };
    }
}
