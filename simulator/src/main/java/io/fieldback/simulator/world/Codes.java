// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

/** Codes with running numbers. By hand, because a formatter costs more than the rest of an event. */
public final class Codes {
    private Codes() {}

    /** The prefix and the number, with zeros before it up to so many digits. */
    public static String padded(String prefix, long number, int digits) {
        char[] code = new char[prefix.length() + digits];
        prefix.getChars(0, prefix.length(), code, 0);
        long left = number;
        for (int i = code.length - 1; i >= prefix.length(); i--) {
            code[i] = (char) ('0' + left % 10);
            left /= 10;
        }
        return new String(code);
    }
}
