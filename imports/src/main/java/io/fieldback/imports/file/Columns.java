// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

/** Letters of columns: A is 0, Z is 25, AA is 26. */
public final class Columns {
    private Columns() {}

    /** The letters of a column counted from 0. */
    public static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int left = column + 1; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('A' + (left - 1) % 26));
        }
        return letters.toString();
    }

    /** The column, counted from 0, of its letters. */
    public static int index(String letters) {
        int index = 0;
        for (int i = 0; i < letters.length(); i++) {
            index = index * 26 + letters.charAt(i) - 'A' + 1;
        }
        return index - 1;
    }
}
