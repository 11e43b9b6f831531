// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Brings the bytes of a record to clean UTF-8. The JSON parser is too kind to overlong sequences, so this comes first. */
final class Encoding {
    private Encoding() {}

    static byte[] utf8(byte[] bytes, Notes notes) {
        if (bytes.length >= 2 && bytes[0] != '{') {
            int first = bytes[0] & 0xff;
            int second = bytes[1] & 0xff;
            if ((first == 0xfe && second == 0xff) || (first == 0 && second == '{')) {
                return converted(bytes, StandardCharsets.UTF_16BE, notes);
            }
            if (first == 0xff && second == 0xfe) {
                return converted(bytes, StandardCharsets.UTF_16LE, notes);
            }
            if (binary(bytes, first, second)) {
                throw new Refusal(RejectReason.E_FORMAT, null, "compressed or binary, not JSON");
            }
            if (bytes.length >= 3 && first == 0xef && second == 0xbb && (bytes[2] & 0xff) == 0xbf) {
                return strict(Arrays.copyOfRange(bytes, 3, bytes.length));
            }
        } else if (bytes.length >= 2 && bytes[1] == 0) {
            return converted(bytes, StandardCharsets.UTF_16LE, notes);
        }
        return strict(bytes);
    }

    /** The first bytes of gzip, zstd, lz4, zip, Snappy, Avro, Parquet, and of Avro or Protobuf by a schema registry. */
    private static boolean binary(byte[] bytes, int first, int second) {
        return (first == 0x1f && second == 0x8b)
                || (first == 0x28 && second == 0xb5)
                || (first == 0x04 && second == 0x22)
                || (first == 'P' && (second == 'K' || second == 'A'))
                || (first == 0x82 && second == 'S')
                || (first == 'O' && second == 'b' && bytes.length > 3 && bytes[3] == 1)
                || first == 0;
    }

    private static byte[] strict(byte[] bytes) {
        if (!Utf8.valid(bytes)) {
            throw new Refusal(RejectReason.E_ENC_INVALID, null, "not valid UTF-8");
        }
        return bytes;
    }

    private static byte[] converted(byte[] bytes, Charset charset, Notes notes) {
        notes.warn(Warning.W_ENC_UTF16, "");
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(RejectReason.E_ENC_INVALID, null, "not valid " + charset.name());
        }
        return (text.startsWith("\uFEFF") ? text.substring(1) : text).getBytes(StandardCharsets.UTF_8);
    }
}
