// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import java.util.Arrays;

/**
 * Cases by a 64-bit hash of their names, eight bytes each: there may be millions. Now and then it has a case that was
 * not added, never lacks one that was.
 */
final class CaseKeys {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private long[] hashes = new long[1 << 10];
    private int size;
    private boolean sorted;

    void add(String key) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash(key);
        sorted = false;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean mayContain(String key) {
        if (!sorted) {
            Arrays.sort(hashes, 0, size);
            sorted = true;
        }
        return Arrays.binarySearch(hashes, 0, size, hash(key)) >= 0;
    }

    /** FNV-1a over the characters. */
    private static long hash(String key) {
        long hash = OFFSET;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * PRIME;
        }
        return hash;
    }
}
