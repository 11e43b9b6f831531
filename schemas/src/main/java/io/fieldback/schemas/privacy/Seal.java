// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals bytes that may hold personal data, such as those of a refused record: AES-256-GCM. May be shared by threads.
 *
 * <p>The nonce is a keyed hash of the clear bytes, as in SIV (RFC 5297): same bytes, same sealed bytes, so that a run
 * can be repeated bit by bit and a rejected record is kept once. GCM breaks when one nonce serves two texts; here that
 * needs two texts with the same 96-bit keyed hash, which nobody without the key can make, and which 2^32 records meet
 * by accident with a chance of 2^-33. All it gives away is that two sealed texts are equal, which their hash says too.
 */
public final class Seal {
    private static final byte FORMAT = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec sealing;
    private final byte[] nonces;
    private final byte[] hashes;

    /** A seal under a key. */
    public Seal(PseudonymKey key) {
        this.sealing = new SecretKeySpec(key.derive("seal"), "AES");
        this.nonces = key.derive("seal nonce");
        this.hashes = key.derive("seal hash");
    }

    /** The sealed form: a format byte, the nonce, the cipher text with its tag. */
    public byte[] seal(byte[] clear) {
        byte[] nonce = Arrays.copyOf(Hmac.keyed(nonces).doFinal(clear), NONCE);
        byte[] sealed = new byte[1 + NONCE + clear.length + TAG_BITS / 8];
        sealed[0] = FORMAT;
        System.arraycopy(nonce, 0, sealed, 1, NONCE);
        try {
            cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(clear, 0, clear.length, sealed, 1 + NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal " + clear.length + " bytes: " + e.getMessage(), e);
        }
        return sealed;
    }

    /** The clear bytes. Throws IllegalArgumentException if they were changed or sealed under another key. */
    public byte[] open(byte[] sealed) {
        if (sealed.length < 1 + NONCE + TAG_BITS / 8 || sealed[0] != FORMAT) {
            throw new IllegalArgumentException("Cannot open " + sealed.length + " sealed bytes: not of this format");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOfRange(sealed, 1, 1 + NONCE))
                    .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "Cannot open " + sealed.length + " sealed bytes: they were changed, or the key is another", e);
        }
    }

    /** Names bytes without telling them: a keyed hash, 32 hex digits. */
    public String hash(byte[] clear) {
        return Hmac.hex128(Hmac.keyed(hashes).doFinal(clear));
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
