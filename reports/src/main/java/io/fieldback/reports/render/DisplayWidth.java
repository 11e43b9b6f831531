// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.render;

/** How many columns of a terminal a text takes: Chinese characters and full-width forms take two. */
public final class DisplayWidth {
    private DisplayWidth() {}

    /** Columns of a text. */
    public static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    /** The text filled with spaces up to a width. */
    static String padded(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - of(text)));
        return right ? space + text : text + space;
    }

    /** The text cut to a width, with a sign that it was. */
    static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder cut = new StringBuilder();
        int taken = 0;
        for (int point : text.codePoints().toArray()) {
            taken += of(point);
            if (taken > width - 1) {
                break;
            }
            cut.appendCodePoint(point);
        }
        return cut.append('…').toString();
    }

    private static int of(int point) {
        int type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (point >= 0x1100 && point <= 0x115F)
                || (point >= 0x2E80 && point <= 0xA4CF)
                || (point >= 0xAC00 && point <= 0xD7A3)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0xFE30 && point <= 0xFE6F)
                || (point >= 0xFF00 && point <= 0xFF60)
                || (point >= 0xFFE0 && point <= 0xFFE6)
                || (point >= 0x1F300 && point <= 0x1FAFF)
                || (point >= 0x20000 && point <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
