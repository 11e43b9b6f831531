// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import java.util.Comparator;

/** A partition of a topic, or a file. */
record Partition(String seenIn, int number) implements Comparable<Partition> {
    private static final Comparator<Partition> ORDER =
            Comparator.comparing(Partition::seenIn).thenComparing(Partition::number);

    @Override
    public int compareTo(Partition other) {
        return ORDER.compare(this, other);
    }
}
