// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

/** What follows a crash. */
enum Fate {
    /** Flink restarts the job in the same process from its last checkpoint. */
    RESTARTED,
    /** The job is gone; a new one starts from the tables. */
    REBUILT,
    /** The job is gone; a new one starts from the checkpoint it retained. */
    RESUMED
}
