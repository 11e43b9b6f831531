// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

/** What must hold at every epoch. */
public enum Law {
    /** Every file, snapshot and row of an epoch is there as soon as the epoch is. */
    WHOLE,
    /** Positions never go back, and exactly the records between two epochs' positions are in the accounts. */
    POSITIONS,
    /** Read is new and duplicate and rejected, and each count is what the log says. */
    ACCOUNTS,
    /** Every distinct content is in exactly one journal row. */
    CONTENTS,
    /** What became known when is the earliest that the log says. */
    KNOWN,
    /** Each content is superseded from the day on which a later one became known. */
    SUPERSESSIONS,
    /** Every ledger cell is the recount, for every known day. */
    LEDGER,
    /** Every cell of the ledgers of units is the recount, for every known day. */
    UNITS,
    /** Every refused record is kept once, byte by byte. */
    REJECTS
}
