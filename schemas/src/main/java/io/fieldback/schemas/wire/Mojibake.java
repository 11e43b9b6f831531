// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text that was UTF-8 and was read as GBK on its way: 故障现象 as 鏁呴殰鐜拌薄. It is mended where going back gives
 * clean, commoner text; the chance that genuine text of six characters does so is below 1 in 20,000.
 */
final class Mojibake {
    private static final int SHORTEST = 4;

    /** Half a character, and the four bytes of the U+FFFD that stands for its rest. */
    private static final int LONGEST_LOSS = 6;

    private Mojibake() {}

    /** The text that was meant, or the given one. What is changed, or looks damaged beyond that, is noted. */
    static String mended(String text, String path, Notes notes) {
        if (text.length() < SHORTEST || CommonCharacters.share(text) > 0.6 || !chinese(text)) {
            return text;
        }
        byte[] bytes;
        try {
            ByteBuffer encoded = CommonCharacters.GB18030.newEncoder().encode(CharBuffer.wrap(text));
            bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
        } catch (CharacterCodingException e) {
            return text;
        }
        String meant = decoded(bytes, bytes.length);
        if (meant != null && CommonCharacters.share(meant) > CommonCharacters.share(text)) {
            notes.warn(Warning.W_MOJIBAKE, path);
            notes.keepText(path, text);
            return meant;
        }
        // An odd last byte was lost for good: say so, and leave the text as it is.
        for (int lost = 1; lost <= LONGEST_LOSS && lost < bytes.length; lost++) {
            String most = decoded(bytes, bytes.length - lost);
            if (most != null && most.length() >= 2 && CommonCharacters.share(most) > 0.6) {
                notes.warn(Warning.W_MOJIBAKE, path);
                return text;
            }
        }
        return text;
    }

    private static @Nullable String decoded(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static boolean chinese(String text) {
        return text.chars().filter(c -> c >= 0x4e00 && c <= 0x9fff).count() * 2 >= text.length();
    }
}
