// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import io.fieldback.schemas.shape.Field;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cleans text: one form for what looks the same, nothing that Parquet or a terminal would choke on. */
final class Texts {
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d{1,3}");

    private Texts() {}

    /** The text as it is kept, or null if nothing is left of it. */
    static @Nullable String clean(String raw, Field field, String path, Notes notes) {
        String text = (plain(raw) ? raw : normalised(raw, field, path, notes)).strip();
        if (field.identifier()) {
            checkIdentifier(text, path);
        }
        return text.isEmpty() ? null : text;
    }

    /** Whether half of a surrogate pair stands alone: no encoding can hold it. */
    static boolean brokenPair(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(++i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String normalised(String raw, Field field, String path, Notes notes) {
        if (brokenPair(raw)) {
            throw new Refusal(RejectReason.E_ENC_SURROGATE, path, "half of a surrogate pair");
        }
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (control(c)) {
                if (field.identifier()) {
                    throw new Refusal(RejectReason.E_ID_CTRL, path, "control character in an id");
                }
                notes.warn(Warning.W_TEXT_CTRL, path);
            } else if (!invisible(c, field)) {
                kept.append(c);
            }
        }
        if (kept.indexOf("\uFFFD") >= 0 || kept.indexOf("锟斤拷") >= 0 || kept.indexOf("烫烫烫") >= 0) {
            notes.warn(Warning.W_TEXT_LOSSY, path);
        }
        Normalizer.Form form = field.freeText() ? Normalizer.Form.NFC : Normalizer.Form.NFKC;
        String text = Normalizer.normalize(kept, form);
        return field.identifier() ? text : Mojibake.mended(text, path, notes);
    }

    private static void checkIdentifier(String text, String path) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ') {
                throw new Refusal(RejectReason.E_ID_CTRL, path, "control character in an id");
            }
        }
        if (text.length() > 4
                && text.length() < 24
                && (text.indexOf("E+") > 0 || text.indexOf("e+") > 0)
                && SCIENTIFIC.matcher(text).matches()) {
            throw new Refusal(RejectReason.E_ID_SCIENTIFIC, path, "a spreadsheet turned the id into a number");
        }
    }

    /** Printable ASCII and common Chinese characters, which every normal form leaves alone. */
    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c > '~' && !CommonCharacters.contains(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean control(char c) {
        return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c <= 0x9f);
    }

    /** Zero-width and direction marks; joiners stay in what people typed, because emoji are made with them. */
    private static boolean invisible(char c, Field field) {
        return c == '\u200B'
                || (c >= '\u200C' && c <= '\u200D' && !field.freeText())
                || (c >= '\u200E' && c <= '\u200F')
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\uFEFF';
    }
}
