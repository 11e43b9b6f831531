// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A content on its way to a subject.
 *
 * @param key of the subject
 * @param unit of the subject
 * @param receivedMillis when the content was received, since 1970; {@link Long#MIN_VALUE} if unknown
 * @param content in the bytes of the rules
 */
public record RuleSighting(long key, long unit, long receivedMillis, byte[] content) {
    /** Tells a subject of a content. */
    public static RuleSighting of(RuleSubject subject, RuleContent content, @Nullable Instant receivedAt)
            throws IOException {
        return new RuleSighting(
                subject.key(),
                subject.unit(),
                receivedAt == null ? Long.MIN_VALUE : receivedAt.toEpochMilli(),
                RuleBytes.bytes(content));
    }
}
