// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

/**
 * What was read between two epochs.
 *
 * @param number of the epoch
 * @param lineage of its writer
 * @param checkpointId checkpoint of that lineage
 * @param accountsJson as {@link Epoch#accountsJson()}
 */
public record EpochAccounts(long number, String lineage, long checkpointId, String accountsJson) {}
