// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import org.jspecify.annotations.Nullable;

/**
 * The bytes of one record as a source gave them, with their place.
 *
 * @param seenIn topic, or file name and content hash
 * @param partition of the topic; 0 for files
 * @param position offset in the partition, or number of the record in the file, from 0
 * @param transportedAt timestamp of the Kafka record, milliseconds since 1970; negative if there is none
 * @param typeHint event type that the topic or a header names; null if the record must say it
 * @param key of the Kafka record, as text; null if there is none
 * @param value the bytes; null is a deletion of the case that the key names
 */
public record RawRecord(
        String seenIn,
        int partition,
        long position,
        long transportedAt,
        @Nullable String typeHint,
        @Nullable String key,
        byte @Nullable [] value) {}
