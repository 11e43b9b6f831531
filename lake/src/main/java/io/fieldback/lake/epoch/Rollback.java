// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.time.Instant;

/**
 * An older epoch to be made the newest again. The epochs between stay in the catalog and nothing of theirs is deleted.
 *
 * @param generation right to write, which must be the newest
 * @param to number of the older epoch
 * @param accountsJson what takes the accounts of the epochs between back, so that the sum over all epochs stays true
 * @param programVersion version of Fieldback
 * @param committedAt time of the new epoch
 */
public record Rollback(
        Generation generation, long to, String accountsJson, String programVersion, Instant committedAt) {}
