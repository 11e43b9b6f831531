// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.ledgers.FailureLedger;
import io.fieldback.pipelines.ledgers.FailurePostings;
import io.fieldback.pipelines.ledgers.Measures;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.jspecify.annotations.Nullable;

/** The parts of the journal operator, each by itself, for the benchmark. It stands here to see them. */
public final class JournalParts {
    private JournalParts() {}

    /** The operator itself. */
    public static OneInputStreamOperator<Arrival, Notice> operator(StoringSettings settings) {
        return new JournalOperator(settings, FailurePostings::of, JournalPipeline.UNITS);
    }

    /** What the operator makes of an arrival first. */
    public static Version version(Arrival.Case arrival) {
        return Version.of(arrival, FailurePostings::of);
    }

    /** What state holds of a case after one more sighting. */
    public static byte[] remember(byte @Nullable [] state, Version sighting) throws IOException {
        if (state == null) {
            return CaseBytes.write(sighting, List.of());
        }
        CaseHistory before = CaseBytes.read(state);
        CaseHistory after = before.with(sighting);
        return after.equals(before) ? state : CaseBytes.write(after);
    }

    /** The bytes that state holds. */
    public static byte[] write(CaseHistory history) throws IOException {
        return CaseBytes.write(history);
    }

    /** The row of the journal. */
    public static @Nullable Object[] row(Arrival.Case arrival) {
        return JournalRows.content(arrival);
    }

    /** The ledger entries of sightings one after another, summed by cell as the operator does. */
    public static Object enter(List<Version> sightings, List<CaseHistory> before, List<CaseHistory> after) {
        LedgerBuffer ledger = new LedgerBuffer();
        for (int i = 0; i < sightings.size(); i++) {
            if (before.get(i).versions().isEmpty()) {
                ledger.add(sightings.get(i).postings(), sightings.get(i).knownOn());
            } else if (!after.get(i).equals(before.get(i))) {
                ledger.add(changes(before.get(i), after.get(i)));
            }
        }
        return ledger;
    }

    /** The rows of the ledger that some steps come to. */
    public static List<@Nullable Object[]> ledgerRows(List<CaseHistory> before, List<CaseHistory> after) {
        Map<Entries.Key, Measures> cells = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            changes(before.get(i), after.get(i)).forEach((key, measures) -> cells.merge(key, measures, Measures::plus));
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        cells.forEach((key, measures) -> rows.add(FailureLedger.row(key.cell(), key.knownOn(), measures)));
        return rows;
    }

    private static Map<Entries.Key, Measures> changes(CaseHistory before, CaseHistory after) {
        return Entries.difference(Entries.of(after.versions()), Entries.of(before.versions()));
    }
}
