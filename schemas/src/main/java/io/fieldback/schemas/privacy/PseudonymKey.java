// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The secret of a warehouse. Pseudonyms, content hashes and seals are computed under keys derived from it, so nobody
 * without it can test guesses: an 11-digit phone number under a plain hash is found in seconds. It is never logged.
 */
public final class PseudonymKey implements Serializable {
    /** The version that a new key carries; pseudonyms begin with it. */
    public static final String FIRST_VERSION = "h1";

    /** Fewest secret bytes accepted. */
    public static final int LEAST_BYTES = 16;

    private static final long serialVersionUID = 1;

    private final byte[] secret;
    private final String version;

    /**
     * A key of given bytes.
     *
     * @param secret at least {@link #LEAST_BYTES} random bytes
     * @param version label that pseudonyms begin with, such as {@code h1}
     */
    public PseudonymKey(byte[] secret, String version) {
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("Cannot use key " + version + ": it has " + secret.length
                    + " bytes, at least " + LEAST_BYTES + " are needed");
        }
        this.secret = secret.clone();
        this.version = version;
    }

    /**
     * The key that a process works with: from the variable {@code FIELDBACK_KEY} (hex or base64), else from the file
     * that {@code FIELDBACK_KEY_FILE} names (the same forms), else from {@code keys/pseudonym-h1.key} under
     * {@code home}, which is made on first use. Throws IllegalStateException with a sentence if that cannot be.
     */
    public static PseudonymKey load(Map<String, String> environment, Path home) {
        String given = environment.get("FIELDBACK_KEY");
        if (given != null && !given.isBlank()) {
            return new PseudonymKey(KeyFile.decode(given, "FIELDBACK_KEY"), FIRST_VERSION);
        }
        String file = environment.get("FIELDBACK_KEY_FILE");
        if (file != null && !file.isBlank()) {
            return new PseudonymKey(KeyFile.read(Path.of(file.strip())), FIRST_VERSION);
        }
        Path own = home.resolve("keys").resolve("pseudonym-" + FIRST_VERSION + ".key");
        return new PseudonymKey(KeyFile.readOrMake(own), FIRST_VERSION);
    }

    /** The label that pseudonyms begin with. */
    public String version() {
        return version;
    }

    /** A key for one purpose: HMAC-SHA-256 of the purpose's name under the secret, 32 bytes. */
    public byte[] derive(String purpose) {
        return Hmac.keyed(secret).doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** What tells two keys apart without telling the key: 16 hex digits, kept with each epoch. */
    public String fingerprint() {
        return HexFormat.of().formatHex(derive("fingerprint"), 0, 8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PseudonymKey key
                && version.equals(key.version)
                && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(derive("hash code"));
    }

    /** The version and fingerprint; the secret stays hidden. */
    @Override
    public String toString() {
        return "PseudonymKey " + version + " " + fingerprint();
    }
}
