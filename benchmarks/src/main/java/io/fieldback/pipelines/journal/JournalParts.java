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
        return new JournalOperator(settings);
    }

    /** What the operator makes of an arrival first. */
    public static Version version(Arrival.Case arrival) {
        return new Version(
                arrival.contentHash(),
                arrival.tombstone(),
                arrival.event().envelope().revision(),
                arrival.event().envelope().recordedAt(),
                arrival.receivedAt(),
                arrival.knownOn(),
                arrival.assumed(),
                arrival.tombstone() ? List.of() : FailurePostings.of(arrival.event(), arrival.eventOn()));
    }

    /** A history from the bytes that state holds. */
    public static CaseHistory read(byte @Nullable [] state) throws IOException {
        return CaseBytes.read(state);
    }

    /** The bytes that state holds. */
    public static byte[] write(CaseHistory history) throws IOException {
        return CaseBytes.write(history);
    }

    /** The row of the journal. */
    public static @Nullable Object[] row(Arrival.Case arrival) {
        return JournalRows.content(arrival);
    }

    /** What a step of a case's history changes in the ledger, merged into {@code cells} as the operator does. */
    public static void enter(CaseHistory before, CaseHistory after, Map<Entries.Key, Measures> cells) {
        Entries.difference(Entries.of(after.versions()), Entries.of(before.versions()))
                .forEach((key, measures) -> cells.merge(key, measures, Measures::plus));
    }

    /** The rows of the ledger that some steps come to. */
    public static List<@Nullable Object[]> ledgerRows(List<CaseHistory> before, List<CaseHistory> after) {
        Map<Entries.Key, Measures> cells = new HashMap<>();
        for (int i = 0; i < after.size(); i++) {
            enter(before.get(i), after.get(i), cells);
        }
        List<@Nullable Object[]> rows = new ArrayList<>();
        cells.forEach((key, measures) -> rows.add(FailureLedger.row(key.cell(), key.knownOn(), measures)));
        return rows;
    }
}
