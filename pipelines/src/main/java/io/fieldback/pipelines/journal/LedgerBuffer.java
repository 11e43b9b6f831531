// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.ledgers.FailureLedger;
import io.fieldback.pipelines.ledgers.Measures;
import io.fieldback.pipelines.ledgers.Posting;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ledger entries between two barriers, summed by cell: many cases meet in few cells. */
final class LedgerBuffer {
    private Map<Entries.Key, Measures> cells = new HashMap<>();

    void add(Map<Entries.Key, Measures> entries) {
        entries.forEach((key, measures) -> cells.merge(key, measures, Measures::plus));
    }

    /** The entries of a case with one content are its postings, on the day it became known. */
    void add(List<Posting> postings, int knownOn) {
        for (Posting posting : postings) {
            cells.merge(new Entries.Key(posting.cell(), knownOn), posting.measures(), Measures::plus);
        }
    }

    /** Cells that wait. */
    int size() {
        return cells.size();
    }

    void flush(EpochFiles files) throws IOException {
        for (Map.Entry<Entries.Key, Measures> each : cells.entrySet()) {
            if (!each.getValue().equals(Measures.ZERO)) {
                Entries.Key key = each.getKey();
                files.write(Tables.FAILURE_LEDGER, FailureLedger.row(key.cell(), key.knownOn(), each.getValue()));
            }
        }
        cells = new HashMap<>();
    }
}
