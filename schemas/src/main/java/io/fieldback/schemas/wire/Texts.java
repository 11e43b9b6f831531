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
        if (plain(raw)) {
            String text = raw.strip();
            checkScientific(text, field, path);
            return text.isEmpty() ? null : text;
        }
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
                kept.append(c).append(raw.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw new Refusal(RejectReason.E_ENC_SURROGATE, path, "half of a surrogate pair");
            } else if (control(c)) {
                if (field.identifier()) {
                    throw new Refusal(RejectReason.E_ID_CTRL, path, "control character in an id");
                }
                notes.warn(Warning.W_TEXT_CTRL, path);
            } else if (!invisible(c)) {
                kept.append(c);
            }
        }
        if (kept.indexOf("\uFFFD") >= 0 || kept.indexOf("锟斤拷") >= 0 || kept.indexOf("烫烫烫") >= 0) {
            notes.warn(Warning.W_TEXT_LOSSY, path);
        }
        Normalizer.Form form = field.freeText() ? Normalizer.Form.NFC : Normalizer.Form.NFKC;
        String text = Normalizer.normalize(kept, form).strip();
        checkScientific(text, field, path);
        return text.isEmpty() ? null : text;
    }

    private static void checkScientific(String text, Field field, String path) {
        if (field.identifier()
                && text.length() > 4
                && text.length() < 24
                && (text.indexOf("E+") > 0 || text.indexOf("e+") > 0)
                && SCIENTIFIC.matcher(text).matches()) {
            throw new Refusal(RejectReason.E_ID_SCIENTIFIC, path, "a spreadsheet turned the id into a number");
        }
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c > '~') {
                return false;
            }
        }
        return true;
    }

    private static boolean control(char c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7f && c <= 0x9f;
    }

    private static boolean invisible(char c) {
        return c >= '\u200B' && c <= '\u200F'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2060' && c <= '\u2069'
                || c == '\uFEFF';
    }
}
