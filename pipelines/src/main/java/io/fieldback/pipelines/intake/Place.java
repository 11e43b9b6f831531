// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

/**
 * Where a record was read.
 *
 * @param seenIn topic or file
 * @param partition of the topic; 0 for files
 * @param position offset or number of the record
 */
public record Place(String seenIn, int partition, long position) {
    /** The place of a record. */
    public static Place of(RawRecord record) {
        return new Place(record.seenIn(), record.partition(), record.position());
    }
}
