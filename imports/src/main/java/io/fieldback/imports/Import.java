// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.imports.file.Books;
import io.fieldback.imports.rows.CaseMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Files to events, by mapping. */
public final class Import {
    private Import() {}

    /**
     * Imports files. Rows pass through one by one; of a file with several rows to a case it holds the cases that are
     * open. Throws {@link io.fieldback.imports.file.FileRefused} for a file that is not read at all.
     */
    public static ImportSummary run(ImportRequest request, EventSink sink) throws IOException {
        try (Ledger ledger = new Ledger(request, sink)) {
            for (Path file : request.files()) {
                CaseMapper cases = new CaseMapper(request.mapping(), request.receivedAt(), ledger::note);
                switch (Books.format(file)) {
                    case XLSX, CSV -> new BookImport(file, request.mapping(), cases, ledger).run();
                    case NDJSON -> new RecordImport(file, request.mapping(), cases, ledger).run();
                }
            }
            return ledger.finish(new CaseMapper(request.mapping(), request.receivedAt(), ledger::note));
        }
    }
}
