// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accounts under way, summed by source until they are drained. */
public final class Tally {
    private final Map<String, Account> accounts = new TreeMap<>();

    /** Adds to the account of its source. */
    public void add(Account account) {
        accounts.merge(account.source() + '\n' + account.seenIn(), account, Account::plus);
    }

    /** The sums, and an empty tally again. */
    public List<Account> drain() {
        List<Account> drained = new ArrayList<>(accounts.values());
        accounts.clear();
        return drained;
    }
}
