// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 as receivers want it. */
final class Signatures {
    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    /**
     * DingTalk: the key is the secret, the message is time, line feed, secret; base 64, made fit for an address.
     * Source: "Custom robot access", section on signatures, of DingTalk's open documentation.
     */
    static String dingTalk(long millis, String secret) {
        byte[] sign = mac(bytes(secret), bytes(millis + "\n" + secret));
        return URLEncoder.encode(Base64.getEncoder().encodeToString(sign), StandardCharsets.UTF_8);
    }

    /**
     * Feishu: the key is time, line feed, secret, the message is empty; base 64. Source: "Custom bot guide", section on
     * signature verification, of Feishu's open documentation.
     */
    static String feishu(long seconds, String secret) {
        return Base64.getEncoder().encodeToString(mac(bytes(seconds + "\n" + secret), new byte[0]));
    }

    /** A webhook: the key is the secret, the message is the body; hex, after the name of the algorithm. */
    static String webhook(String secret, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(mac(bytes(secret), body));
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot sign a message: " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
