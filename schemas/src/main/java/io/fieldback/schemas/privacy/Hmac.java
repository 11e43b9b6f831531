// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104), which every Java has. */
final class Hmac {
    static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final HexFormat HEX = HexFormat.of();

    private Hmac() {}

    /** A Mac that computes under this key; not thread-safe, ready again after each result. */
    static Mac keyed(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot compute a keyed hash: this Java lacks " + ALGORITHM, e);
        }
    }

    /** The first 128 bits as 32 hex digits. */
    static String hex128(byte[] hash) {
        return HEX.formatHex(hash, 0, 16);
    }
}
