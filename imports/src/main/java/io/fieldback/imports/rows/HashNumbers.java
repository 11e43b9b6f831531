// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import java.nio.ByteBuffer;

/** A number for each hash. Twelve bytes a hash: a million rows take 24 MB at most. */
final class HashNumbers {
    private long[] keys = new long[1024];
    private int[] numbers = new int[1024];
    private int size;

    /** Counts a hash; which occurrence of it this is, from 1. */
    int count(byte[] hash) {
        int next = get(hash) + 1;
        put(hash, next);
        return next;
    }

    /** The number of a hash; 0 if it has none. */
    int get(byte[] hash) {
        return numbers[slot(key(hash))];
    }

    /** Gives a hash a number above 0. */
    void put(byte[] hash, int number) {
        long key = key(hash);
        int slot = slot(key);
        if (numbers[slot] == 0) {
            keys[slot] = key;
            size++;
        }
        numbers[slot] = number;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    private static long key(byte[] hash) {
        return ByteBuffer.wrap(hash).getLong();
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = Long.hashCode(key) & mask;
        while (numbers[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[oldKeys.length * 2];
        numbers = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
