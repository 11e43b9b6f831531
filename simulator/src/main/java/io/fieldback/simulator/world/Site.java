// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import io.fieldback.schemas.code.Performer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A service site.
 *
 * @param index position in the world's list
 * @param id site code
 * @param region position in {@link Region#ALL}
 * @param performer own staff, a contracted site or a third party
 * @param habit when it uploads
 * @param numbersRevisions whether its system numbers the contents of an order
 */
public record Site(int index, String id, int region, Performer performer, UploadHabit habit, boolean numbersRevisions) {
    /** Sites a region. */
    public static final int PER_REGION = 6;

    private static final List<UploadHabit> HABITS = List.of(
            UploadHabit.PROMPT,
            UploadHabit.PROMPT,
            UploadHabit.WEEKLY,
            UploadHabit.PROMPT,
            UploadHabit.MONTH_END,
            UploadHabit.SLOW);

    /** The system the site's records come from. */
    public String source() {
        return numbersRevisions ? "erp" : "site-sheet";
    }

    /** All sites, region by region; {@code monthsLate} is the position of the one that uploads months late. */
    static List<Site> all(int monthsLate) {
        List<Site> sites = new ArrayList<>();
        for (int region = 0; region < Region.ALL.size(); region++) {
            for (int i = 0; i < PER_REGION; i++) {
                int index = sites.size();
                String id = String.format(
                        Locale.ROOT, "ST-%s-%02d", Region.ALL.get(region).code().toUpperCase(Locale.ROOT), i + 1);
                Performer performer = i < 2 ? Performer.OWN : i < 5 ? Performer.SITE : Performer.THIRD_PARTY;
                UploadHabit habit = index == monthsLate ? UploadHabit.MONTHS_LATE : HABITS.get(i);
                sites.add(new Site(index, id, region, performer, habit, i < 4));
            }
        }
        return List.copyOf(sites);
    }
}
