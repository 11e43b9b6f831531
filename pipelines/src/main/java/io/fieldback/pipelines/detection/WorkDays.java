// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

/**
 * Days off that move: how much of a usual day's reports a day of the calendar has, before anything is learned of it.
 *
 * <p>China's, 2012 to 2027: the seven or eight days around the Spring Festival by the State Council's yearly notices, the
 * National Day week. Other years have the fixed days only.
 */
public interface WorkDays {
    /** Whether sites are all but closed on a day, days since 1970. */
    boolean off(int day);

    /** China's. */
    static WorkDays china() {
        return ChineseDaysOff::off;
    }

    /** No day but the weekend differs. */
    static WorkDays plain() {
        return day -> false;
    }
}
