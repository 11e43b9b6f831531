// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;

/** A byte buffer that grows and is used again. */
final class CanonicalBytes {
    private byte[] bytes = new byte[1024];
    private int length;

    void clear() {
        length = 0;
    }

    void raw(byte[] more) {
        ensure(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
    }

    void octet(int value) {
        ensure(1);
        bytes[length++] = (byte) value;
    }

    void int32(int value) {
        ensure(4);
        put32(length, value);
        length += 4;
    }

    void int64(long value) {
        ensure(8);
        put32(length, (int) (value >>> 32));
        put32(length + 4, (int) value);
        length += 8;
    }

    /** UTF-8 after its length, so that no text can be mistaken for what follows it. */
    void text(String text) {
        int characters = text.length();
        ensure(4 + characters);
        int start = length + 4;
        for (int i = 0; i < characters; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                int32(utf8.length);
                raw(utf8);
                return;
            }
            bytes[start + i] = (byte) c;
        }
        put32(length, characters);
        length = start + characters;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    void hash(Mac mac, byte[] into) {
        mac.update(bytes, 0, length);
        try {
            mac.doFinal(into, 0);
        } catch (javax.crypto.ShortBufferException e) {
            throw new IllegalStateException("Cannot hash: " + into.length + " bytes are too few", e);
        }
    }

    private void put32(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    private void ensure(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
