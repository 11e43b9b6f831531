// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.imports.rows.Account;
import io.fieldback.imports.rows.CaseMapper;
import io.fieldback.imports.rows.Outcome;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.wire.RejectReason;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Passes on what an import makes and keeps count of it. */
final class Ledger implements Closeable {
    private final EventSink sink;
    private final List<Account> accounts = new ArrayList<>();
    private final Map<EventType, Long> events = new EnumMap<>(EventType.class);
    private final Map<RejectReason, Long> rejected = new EnumMap<>(RejectReason.class);
    private final Map<String, Long> notes = new TreeMap<>();
    private final List<String> examples = new ArrayList<>();
    private final @Nullable SnapshotComparison comparison;
    private final StateFile.@Nullable Writer state;

    Ledger(ImportRequest request, EventSink sink) throws IOException {
        this.sink = sink;
        boolean snapshot = request.snapshot() != ImportRequest.Snapshot.NO;
        this.comparison = snapshot ? new SnapshotComparison(request) : null;
        this.state = request.stateFile() == null ? null : new StateFile(request.stateFile()).writer(!snapshot);
    }

    Account account(String file, String sheet) {
        Account account = new Account(file, sheet);
        accounts.add(account);
        return account;
    }

    void note(String code) {
        notes.merge(code, 1L, Long::sum);
    }

    /** Takes an outcome; whether it is a refusal. */
    boolean take(Outcome outcome) throws IOException {
        if (outcome instanceof Outcome.Mapped mapped) {
            sink.accept(mapped.type().wire(), mapped.id(), mapped.json());
            events.merge(mapped.type(), 1L, Long::sum);
            mapped.warnings().forEach(this::note);
            if (comparison != null) {
                comparison.present(mapped.type(), mapped.id(), mapped.day());
            }
            if (state != null) {
                state.known(mapped.type(), mapped.id(), mapped.day());
            }
            return false;
        }
        if (outcome instanceof Outcome.Refused refused) {
            sink.accept(EventSink.REJECTED_ROW, refused.id(), refused.json());
            rejected.merge(refused.reason(), 1L, Long::sum);
            if (examples.size() < 20) {
                examples.add(refused.place() + " " + refused.reason());
            }
            if (comparison != null) {
                comparison.refused(refused.type(), refused.caseId());
            }
            return true;
        }
        return false;
    }

    ImportSummary finish(CaseMapper cases) throws IOException {
        ImportSummary.Missing missing = null;
        if (comparison != null) {
            missing = comparison.finish(cases, sink);
            if (state != null) {
                comparison.keep(state);
            }
        }
        if (state != null) {
            state.finish();
        }
        return ImportSummary.of(accounts, events, rejected, notes, examples, missing);
    }

    @Override
    public void close() throws IOException {
        if (state != null) {
            state.close();
        }
    }
}
