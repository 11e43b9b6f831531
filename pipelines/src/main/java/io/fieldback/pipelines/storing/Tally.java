// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Accounts under way, summed by source until they are drained. It is asked for every record, and records of one source
 * come in a row: the sums last added to are at hand.
 */
public final class Tally {
    private final Map<String, Sums> accounts = new TreeMap<>();
    private @Nullable Sums last;

    private static final class Sums {
        private final String source;
        private final String seenIn;
        private long read;
        private long fresh;
        private long duplicates;
        private long rejected;

        Sums(String source, String seenIn) {
            this.source = source;
            this.seenIn = seenIn;
        }

        boolean of(String source, String seenIn) {
            return this.source.equals(source) && this.seenIn.equals(seenIn);
        }
    }

    /** Adds to the account of its source. */
    public void add(Account account) {
        Sums sums = sums(account.source(), account.seenIn());
        sums.read += account.read();
        sums.fresh += account.fresh();
        sums.duplicates += account.duplicates();
        sums.rejected += account.rejected();
    }

    /** A record was read, and refused or not. */
    public void read(String source, String seenIn, boolean rejected) {
        Sums sums = sums(source, seenIn);
        sums.read++;
        sums.rejected += rejected ? 1 : 0;
    }

    /** A content came, one not held before or a duplicate. */
    public void content(String source, String seenIn, boolean fresh) {
        Sums sums = sums(source, seenIn);
        sums.fresh += fresh ? 1 : 0;
        sums.duplicates += fresh ? 0 : 1;
    }

    private Sums sums(String source, String seenIn) {
        if (last == null || !last.of(source, seenIn)) {
            last = accounts.computeIfAbsent(source + '\n' + seenIn, key -> new Sums(source, seenIn));
        }
        return last;
    }

    /** The sums in the order of their sources, and an empty tally again. */
    public List<Account> drain() {
        List<Account> drained = new ArrayList<>(accounts.size());
        for (Sums sums : accounts.values()) {
            drained.add(new Account(sums.source, sums.seenIn, sums.read, sums.fresh, sums.duplicates, sums.rejected));
        }
        accounts.clear();
        last = null;
        return drained;
    }
}
