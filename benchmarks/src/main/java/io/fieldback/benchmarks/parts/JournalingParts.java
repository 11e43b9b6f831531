// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.parts;

import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.journal.JournalParts;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** From arrivals to closed files. */
final class JournalingParts {
    private final Sample sample;
    private final StoringSettings storing;

    JournalingParts(Sample sample, StoringSettings storing) {
        this.sample = sample;
        this.storing = storing;
    }

    void into(PartList parts) throws Exception {
        parts.add("keyed state: look up, store", sample.size(), () -> keyed(new KeyedStateOperator()));
        parts.add("version and postings", sample.size(), () -> {
            Object last = "";
            for (Arrival.Case arrival : sample.arrivals()) {
                last = JournalParts.version(arrival);
            }
            return last;
        });
        parts.add("case bytes: read, add, write", sample.size(), () -> {
            Object last = "";
            for (int i = 0; i < sample.size(); i++) {
                last = JournalParts.remember(
                        sample.before().get(i), sample.versions().get(i));
            }
            return last;
        });
        parts.add(
                "ledger entries",
                sample.size(),
                () -> JournalParts.enter(sample.versions(), sample.histories(), sample.after()));
        parts.add("journal row", sample.size(), () -> {
            Object last = "";
            for (Arrival.Case arrival : sample.arrivals()) {
                last = JournalParts.row(arrival);
            }
            return last;
        });
        files(parts);
        parts.control("control: journal operator as a whole", sample.size(), this::journal);
    }

    private void files(PartList parts) throws Exception {
        Map<EventType, List<@Nullable Object[]>> rows = new TreeMap<>();
        for (int i = 0; i < sample.size(); i++) {
            Arrival.Case arrival = sample.arrivals().get(i);
            boolean fresh = sample.after().get(i).versions().size()
                    > sample.histories().get(i).versions().size();
            if (fresh) {
                rows.computeIfAbsent(arrival.type(), type -> new ArrayList<>()).add(JournalParts.row(arrival));
            }
        }
        for (Map.Entry<EventType, List<@Nullable Object[]>> each : rows.entrySet()) {
            Table table = Journals.of(each.getKey());
            parts.add("Parquet: " + table.name(), each.getValue().size(), () -> write(table, each.getValue()));
        }
        List<@Nullable Object[]> ledger = JournalParts.ledgerRows(sample.histories(), sample.after());
        parts.add(
                "Parquet: " + Tables.FAILURE_LEDGER.name(), ledger.size(), () -> write(Tables.FAILURE_LEDGER, ledger));
    }

    private Object write(Table table, List<@Nullable Object[]> rows) throws Exception {
        Warehouse warehouse = Warehouse.open(storing.folder());
        try (EpochFiles files = new EpochFiles(warehouse, "part")) {
            for (@Nullable Object[] row : rows) {
                files.write(table, row);
            }
            return files.finish();
        } finally {
            clear(table.name());
        }
    }

    /** The journal operator itself over the sample. */
    Object journal() throws Exception {
        return keyed(JournalParts.operator(storing));
    }

    private <T> Object keyed(OneInputStreamOperator<Arrival, T> operator) throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, Arrival, T> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(operator, Arrival::key, Types.STRING, 128, 1, 0)) {
            harness.open();
            StreamRecord<Arrival> element = new StreamRecord<>(sample.arrivals().get(0));
            for (Arrival.Case arrival : sample.arrivals()) {
                harness.processElement(element.replace(arrival));
            }
            harness.prepareSnapshotPreBarrier(1);
            return harness.getOutput();
        } finally {
            for (Table table : Tables.all()) {
                clear(table.name());
            }
        }
    }

    private void clear(String table) throws Exception {
        Path data = storing.folder().resolve(table).resolve("data");
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.list(data)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
