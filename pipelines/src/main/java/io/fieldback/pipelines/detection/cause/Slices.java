// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.cause;

/** Days cut into pieces of four weeks, back from the last; what is compared is compared within a piece. */
record Slices(int from, int to) {
    private static final int LENGTH = 28;

    int count() {
        return (to - from) / LENGTH + 1;
    }

    /** The piece of a day between both. */
    int of(int day) {
        return (to - day) / LENGTH;
    }

    /** Pieces of which a day or more is not before a day. */
    int since(int day) {
        return day <= from ? count() : of(Math.min(day, to)) + 1;
    }

    int first(int slice) {
        return Math.max(from, to - (slice + 1) * LENGTH + 1);
    }

    int last(int slice) {
        return to - slice * LENGTH;
    }
}
