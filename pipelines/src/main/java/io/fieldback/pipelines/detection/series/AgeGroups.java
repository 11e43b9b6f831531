// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

/** Ages in months taken together: the older, the more. */
public final class AgeGroups {
    /** Months of age that are told apart at all. */
    public static final int AGES = 240;

    private static final int[] STARTS = {0, 1, 2, 3, 6, 9, 12, 18, 24, 30, 36, 42, 48, 60, 72, 84, 96, 120, 144, 180};

    /** How many groups. */
    public static final int COUNT = STARTS.length;

    private static final int[] GROUP = new int[AGES];

    static {
        int group = 0;
        for (int age = 0; age < AGES; age++) {
            while (group + 1 < COUNT && age >= STARTS[group + 1]) {
                group++;
            }
            GROUP[age] = group;
        }
    }

    private AgeGroups() {}

    /** The youngest age of a group. */
    public static int start(int group) {
        return STARTS[group];
    }

    /** The group of an age, 0 or more. */
    public static int of(int age) {
        return GROUP[Math.min(age, AGES - 1)];
    }
}
