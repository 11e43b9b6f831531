// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import java.nio.charset.Charset;
import java.util.BitSet;

/** The 3,755 Chinese characters of level 1 of GB 2312: nearly all of what is written, and what wrong decoding seldom hits. */
final class CommonCharacters {
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final BitSet LEVEL_1 = new BitSet(0x10000);

    static {
        for (int row = 0xb0; row <= 0xd7; row++) {
            for (int cell = 0xa1; cell <= (row == 0xd7 ? 0xf9 : 0xfe); cell++) {
                LEVEL_1.set(new String(new byte[] {(byte) row, (byte) cell}, GB18030).charAt(0));
            }
        }
        // 烫 is common, but three of it are uninitialised memory: it must not pass for plain.
        LEVEL_1.clear('烫');
        LEVEL_1.set('。');
        LEVEL_1.set('、');
    }

    private CommonCharacters() {}

    static boolean contains(char c) {
        return LEVEL_1.get(c);
    }

    /** How many of the characters are common Chinese ones, 0 to 1. */
    static double share(String text) {
        return text.isEmpty() ? 0 : (double) text.chars().filter(LEVEL_1::get).count() / text.length();
    }
}
