// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.lake;

import io.fieldback.cli.terminal.Messages;
import java.time.Duration;

/** A stretch of time in words, by its two greatest units. */
final class Age {
    private Age() {}

    static String of(Duration age, Messages words) {
        Duration past = age.isNegative() ? Duration.ZERO : age;
        if (past.toDays() > 0) {
            return words.text("status.days", past.toDays(), past.toHoursPart());
        }
        if (past.toHours() > 0) {
            return words.text("status.hours", past.toHours(), past.toMinutesPart());
        }
        if (past.toMinutes() > 0) {
            return words.text("status.minutes", past.toMinutes(), past.toSecondsPart());
        }
        return words.text("status.seconds", past.toSeconds());
    }
}
