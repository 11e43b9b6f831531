// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.time.Instant;

/**
 * The right to write a warehouse: the newest one has it, and a process takes the next when it starts.
 *
 * @param number counts from 1
 * @param who process that took it, in words a person recognises
 * @param takenAt when it did
 */
public record Generation(long number, String who, Instant takenAt) {}
