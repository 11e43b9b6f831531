// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

/** How much models differ from those they replaced, learned from those that are grown up. */
final class Likeness {
    private static final int ENOUGH = 20;

    /** Before any is known: a third more or less is usual. */
    private static final double USUAL = 0.3;

    private static final double FIRM = 3;
    private static final double LEAST = 0.1;

    /** A model that was bad does not make the next one's badness usual. */
    private static final double MOST = Math.log(2);

    private double sum = FIRM * USUAL * USUAL;
    private double models = FIRM;

    /**
     * Adds a model.
     *
     * @param observed failures
     * @param expected if it were as the one before
     * @param known failures of the one before
     */
    void add(double observed, double expected, double known) {
        if (observed >= ENOUGH && expected >= ENOUGH && known >= ENOUGH) {
            double log = Math.min(MOST, Math.abs(Math.log(observed / expected)));
            sum += Math.max(0, log * log - 1 / observed - 1 / known);
            models++;
        }
    }

    /** Standard deviation of the logarithm of their ratio. */
    double deviation() {
        return Math.max(LEAST, Math.sqrt(sum / models));
    }
}
