// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.simulator.chance.Dice;

/** How often a case is told, and why again. */
public enum History {
    /** Once, right the first time. */
    PLAIN,
    /** Twice: the first version holds a mistake. */
    CORRECTED,
    /** Twice: the first version was sent while the case was open. */
    PROGRESSED,
    /** Twice: the second version withdraws the case. */
    VOIDED,
    /** As VOIDED, but withdrawn by a Kafka tombstone where there is Kafka. */
    DELETED;

    /** Chance of a history, {@code open} of cases told while open. */
    static History thrown(Dice dice, double open) {
        double at = dice.uniform();
        if (at < 0.034) {
            return CORRECTED;
        }
        if (at < 0.038) {
            return VOIDED;
        }
        if (at < 0.039) {
            return DELETED;
        }
        return at < 0.039 + open ? PROGRESSED : PLAIN;
    }

    /** Number of versions. */
    public int versions() {
        return this == PLAIN ? 1 : 2;
    }

    /** Whether this version withdraws the case. */
    public boolean withdraws(int version) {
        return version == 1 && (this == VOIDED || this == DELETED);
    }

    /** Whether this version holds a mistake. */
    public boolean mistaken(int version) {
        return this == CORRECTED && version == 0;
    }

    /** Whether this version was sent while the case was open. */
    public boolean open(int version) {
        return this == PROGRESSED && version == 0;
    }
}
