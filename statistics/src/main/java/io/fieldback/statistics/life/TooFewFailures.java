// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/** The refusal to fit what too few failures cannot tell. */
final class TooFewFailures {
    private TooFewFailures() {}

    static IllegalArgumentException of(String what, double failures, long ages) {
        String number = failures == Math.rint(failures) ? String.valueOf((long) failures) : String.valueOf(failures);
        String known =
                number + (failures == 1 ? " failure" : " failures") + (failures > 1 && ages == 1 ? " of 1 age" : "");
        return new IllegalArgumentException(
                "Cannot fit " + what + ": " + known + ", at least 2 different ages are needed");
    }
}
