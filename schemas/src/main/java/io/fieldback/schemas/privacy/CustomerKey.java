// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import io.fieldback.schemas.event.Customer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * The pseudonym of a customer: the same person under the same key gives the same text, and the text gives nothing back.
 * The phone number says who it is; without one, name and address together do. A name alone names too many. Not
 * thread-safe.
 */
public final class CustomerKey {
    private static final int CHARACTERS = 26;
    private static final char[] BASE32 = "abcdefghijklmnopqrstuvwxyz234567".toCharArray();
    private static final Pattern TITLE = Pattern.compile("(?:先生|女士|小姐|太太|师傅)$|^(?:mr|mrs|ms|dr)\\.?\\s+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Mac mac;
    private final String version;

    /** Pseudonyms under a key. */
    public CustomerKey(PseudonymKey key) {
        this.mac = Hmac.keyed(key.derive("customer"));
        this.version = key.version();
    }

    /**
     * The pseudonym: the key's version, a colon and 130 bits of a keyed hash in base 32.
     *
     * @return null if the data names nobody
     */
    public @Nullable String of(@Nullable Customer customer) {
        if (customer == null) {
            return null;
        }
        String phone = PhoneNumber.normalised(customer.phone());
        if (phone != null) {
            return pseudonym("phone", phone);
        }
        String name = person(customer.name());
        String address = letters(customer.address());
        return name.isEmpty() || address.isEmpty() ? null : pseudonym("name-address", name + "\0" + address);
    }

    private String pseudonym(String domain, String normalised) {
        byte[] hash = mac.doFinal((domain + "\0" + normalised).getBytes(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder(version.length() + 1 + CHARACTERS);
        text.append(version).append(':');
        for (int i = 0; i < CHARACTERS; i++) {
            int bit = i * 5;
            int window = (hash[bit / 8] & 0xff) << 8 | (hash[bit / 8 + 1] & 0xff);
            text.append(BASE32[window >>> (11 - bit % 8) & 31]);
        }
        return text.toString();
    }

    private static String person(@Nullable String name) {
        if (name == null) {
            return "";
        }
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        return letters(TITLE.matcher(folded).replaceAll(""));
    }

    private static String letters(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return NO_LETTER.matcher(folded).replaceAll("");
    }
}
