// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.jobs.kafka.LostRecords;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.intake.Place;
import io.fieldback.pipelines.journal.RejectedRecords;
import io.fieldback.pipelines.storing.Account;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.schemas.privacy.Seal;
import io.fieldback.schemas.wire.RejectReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts on record that records are lost, and moves the positions behind them: an epoch of its own. Each stretch is one
 * row of {@code rejected_records}; all its records count as read and refused.
 */
final class LossEpoch {
    private LossEpoch() {}

    static void publish(JobSettings settings, WarehouseStart start, List<LostRecords> lost) throws IOException {
        Warehouse warehouse = start.warehouse();
        Instant now = settings.clock().instant();
        LocalDate today = LocalDate.ofInstant(now, warehouse.settings().zone());
        Seal seal = new Seal(settings.key());
        List<Progress> positions = new ArrayList<>(start.positions());
        List<Account> accounts = new ArrayList<>();
        List<WrittenFile> written;
        try (EpochFiles files = new EpochFiles(warehouse, "loss")) {
            for (LostRecords each : lost) {
                Progress at = each.position();
                byte[] original = (at.identity() + ": " + each.sentence()).getBytes(StandardCharsets.UTF_8);
                Arrival.Reject reject = new Arrival.Reject(
                        seal.hash(original),
                        RejectReason.E_RECORDS_LOST.name(),
                        null,
                        each.sentence(),
                        "?",
                        null,
                        (int) today.toEpochDay(),
                        seal.seal(original),
                        original.length,
                        new Place(at.seenIn(), at.partition(), at.next()));
                RejectedRecords.write(files, reject, settings.programVersion());
                accounts.add(new Account("?", at.seenIn(), each.count(), 0, 0, each.count()));
                positions.set(
                        positions.indexOf(at),
                        new Progress(at.seenIn(), at.partition(), each.begins(), at.identity(), at.finished()));
            }
            written = files.finish().stream().map(WrittenFile::fromBytes).toList();
        }
        warehouse.commit(new EpochDraft(
                start.storing().right(),
                "loss-" + start.storing().lineage(),
                0,
                written,
                EpochJson.positions(positions),
                EpochJson.accounts(accounts),
                settings.programVersion(),
                now));
    }
}
