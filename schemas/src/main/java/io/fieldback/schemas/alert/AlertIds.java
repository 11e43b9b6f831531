// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names of alerts and of their changes. The same change found again, by another process or after a crash, has the same
 * name: that is how a receiver that is told twice can tell.
 */
public final class AlertIds {
    private static final int BYTES = 12;

    private AlertIds() {}

    /**
     * The id of an alert.
     *
     * @param kind what it is about
     * @param scope {@link AlertScope#key()}, or what else tells it from others of its kind
     * @param occasion tells it from earlier alerts of that scope: the day it opened, the case that raised it
     */
    public static String alert(AlertKind kind, String scope, String occasion) {
        return hash("alert", kind.code(), scope, occasion);
    }

    /**
     * The id of a change.
     *
     * @param alertId of its alert
     * @param change what happened
     * @param occasion tells it from other such changes of the alert: the day, the case that made it
     */
    public static String change(String alertId, Change change, String occasion) {
        return hash("change", alertId, change.code(), occasion);
    }

    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(UTF_8);
                digest.update((bytes.length + ":").getBytes(UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot name an alert: this Java has no SHA-256", e);
        }
    }
}
