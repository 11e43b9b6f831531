// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns records of a foreign topic into events. Implementations travel with the job, so they are serializable. */
@FunctionalInterface
public interface Translator extends Serializable {
    /**
     * The events of a foreign record, as JSON; a part that cannot be mapped is a {@code rejected-row}.
     *
     * @param foreign the bytes
     * @param transportedAt timestamp of its transport, if it has one
     */
    List<byte[]> translate(byte[] foreign, @Nullable Instant transportedAt);
}
