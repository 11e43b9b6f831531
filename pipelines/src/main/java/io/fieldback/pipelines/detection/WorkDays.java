// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

/**
 * Days that are worked otherwise than their day of the week is: days off that move, and days of a weekend that are worked
 * in their place.
 *
 * <p>China's days off, 2012 to 2027: the seven or eight days around the Spring Festival, the National Day week; other years
 * have the fixed days only. China's make-up days, 2012 to 2026, are those of the State Council's yearly notices on all
 * public holidays. 2027 has none here: its notice was not known when the list was made. A make-up day is not off, also
 * where it lies among the days off, such as 2023-10-07.
 */
public interface WorkDays {
    /** How a day is worked. */
    enum Kind {
        /** As its day of the week is. */
        USUAL,
        /** Hardly at all: sites are all but closed. */
        OFF,
        /** As a working day, although of a weekend. */
        MAKE_UP
    }

    /** What a day is, days since 1970. */
    Kind kind(int day);

    /** China's. */
    static WorkDays china() {
        return day -> ChineseMakeUpDays.has(day) ? Kind.MAKE_UP : ChineseDaysOff.off(day) ? Kind.OFF : Kind.USUAL;
    }

    /** No day but the weekend differs. */
    static WorkDays plain() {
        return day -> Kind.USUAL;
    }
}
