// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

/**
 * A version of a case reaches Fieldback. Times are epoch seconds.
 *
 * @param receivedAt when it is received
 * @param told the case
 * @param version from 0
 * @param recordedAt when its source recorded it
 */
public record Arrival(long receivedAt, Case told, int version, long recordedAt) {
    /** The same content, received again. */
    public Arrival again(long later) {
        return new Arrival(later, told, version, recordedAt);
    }
}
