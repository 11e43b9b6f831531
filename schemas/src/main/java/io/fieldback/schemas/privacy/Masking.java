// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import io.fieldback.schemas.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Takes personal data out of what people typed: phone numbers, identity numbers, plates and e-mail addresses. Serial
 * and order numbers stay. Where a number may be either, it is masked, unless the text says what it is.
 */
public final class Masking {
    private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

    private Masking() {}

    /**
     * An event without personal data.
     *
     * @param event free texts masked, customer removed; the given event if there was nothing to do
     * @param masked how many places of its free texts were masked
     */
    public record Masked(Event event, int masked) {}

    /** The text with {@code [phone]}, {@code [id]}, {@code [plate]} and {@code [email]} in place of personal data. */
    public static String mask(String text) {
        return masked(text).text();
    }

    /** An event with every free text masked, nested ones too, and without its customer. */
    public static Masked of(Event event) {
        EventMask mask = new EventMask();
        Event clean = mask.event(event);
        return new Masked(clean, mask.places());
    }

    record MaskedText(String text, int places) {}

    static MaskedText masked(String text) {
        if (!suspicious(text)) {
            return new MaskedText(text, 0);
        }
        StringBuilder given = new StringBuilder(text);
        String plain = halfWidth(text);
        int places = 0;
        for (Rule rule : Rule.ALL) {
            List<int[]> found = new ArrayList<>();
            Matcher match = rule.pattern().matcher(plain);
            while (match.find()) {
                if (rule.holds().test(match, plain)) {
                    found.add(new int[] {match.start(1), match.end(1)});
                }
            }
            for (int i = found.size() - 1; i >= 0; i--) {
                given.replace(found.get(i)[0], found.get(i)[1], rule.mask());
            }
            places += found.size();
            if (!found.isEmpty()) {
                plain = halfWidth(given);
            }
        }
        return new MaskedText(given.toString(), places);
    }

    /** Whether a look at the patterns is worth its time: few texts hold an at sign, four digits, or a plate's beginning. */
    private static boolean suspicious(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '0' && c <= '9') || (c >= '０' && c <= '９')) {
                if (++digits == 4) {
                    return true;
                }
            } else if (c == '@' || c == '＠') {
                return true;
            } else if (letter(c) && i > 0 && PROVINCES.indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean letter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'Ａ' && c <= 'Ｚ');
    }

    /** The same text with full-width characters and odd dashes as ASCII, position for position. */
    private static String halfWidth(CharSequence text) {
        char[] plain = new char[text.length()];
        for (int i = 0; i < plain.length; i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') {
                plain[i] = (char) (c - '！' + '!');
            } else if (c == '\u3000' || c == '\u00a0' || (c >= '\u2000' && c <= '\u200b') || c == '\t') {
                plain[i] = ' ';
            } else if ((c >= '\u2010' && c <= '\u2015') || c == '\u2212') {
                plain[i] = '-';
            } else {
                plain[i] = c;
            }
        }
        return new String(plain);
    }
}
