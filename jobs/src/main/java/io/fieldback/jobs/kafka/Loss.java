// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.kafka;

/** What to do if a topic no longer has records that were not read yet. */
public enum Loss {
    /** Say so and read nothing. */
    REFUSED,
    /** Put it on record and go on behind them. */
    ACCEPTED
}
