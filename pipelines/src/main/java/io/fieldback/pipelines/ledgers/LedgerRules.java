// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.ledgers;

/** The rules of all ledgers, by one name. */
public final class LedgerRules {
    /** Changes whenever a rule of any ledger does: ledgers written under another version must be rebuilt. */
    public static final String VERSION = "ledgers-2";

    private LedgerRules() {}
}
