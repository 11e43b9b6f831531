// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.privacy.Masking;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a change may leave the house: no personal data. Tables have none in clear, but a message goes to places that
 * are not ours: pseudonyms of customers become a short mark that joins messages with nothing else, texts are masked once
 * more, and evidence, which may quote rows, stays where it is.
 */
final class Discretion {
    /** As {@link io.fieldback.schemas.privacy.CustomerKey} makes them. */
    private static final Pattern PSEUDONYM = Pattern.compile("\\b[A-Za-z0-9_-]+:[a-z2-7]{26}\\b");

    private static final int MARK_BYTES = 4;

    private Discretion() {}

    static AlertChange of(AlertChange change) {
        AlertScope scope = change.scope();
        return new AlertChange(
                change.changeId(),
                change.alertId(),
                change.kind(),
                change.change(),
                change.knownOn(),
                change.changedAt(),
                change.openedOn(),
                change.severity(),
                new AlertScope(
                        scope.productModel(),
                        scope.component(),
                        scope.symptomCode(),
                        scope.causeCode(),
                        scope.region(),
                        scope.siteId(),
                        scope.source(),
                        textOrNull(scope.subject())),
                change.figures(),
                texts(change.cause()),
                textOrNull(change.by()),
                change.verdict(),
                change.linkedId(),
                texts(change.cases()),
                text(change.english()),
                text(change.chinese()),
                null,
                change.rules(),
                change.answers());
    }

    private static @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private static List<String> texts(List<String> texts) {
        return texts.stream().map(Discretion::text).toList();
    }

    private static String text(String text) {
        Matcher pseudonym = PSEUDONYM.matcher(text);
        return Masking.mask(pseudonym.replaceAll(found -> "customer-" + mark(found.group())));
    }

    private static String mark(String pseudonym) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(pseudonym.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot mark a customer: this Java has no SHA-256", e);
        }
    }
}
