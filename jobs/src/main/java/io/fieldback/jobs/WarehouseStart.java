// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.epoch.WarehouseSettings;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.Translator;
import io.fieldback.pipelines.ledgers.FailurePostings;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.table.Tables;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The start of a writer: what the warehouse holds, and the right to go on from there.
 *
 * @param warehouse opened
 * @param storing for the writers
 * @param positions where sources begin
 */
public record WarehouseStart(Warehouse warehouse, StoringSettings storing, List<Progress> positions) {
    /**
     * Opens a warehouse or makes it, refuses one that was made by other rules or another key, and takes the right to
     * write. Whoever had it before can publish no more.
     */
    public static WarehouseStart take(JobSettings settings) {
        WarehouseSettings wanted =
                new WarehouseSettings(settings.zone(), settings.key().fingerprint(), FailurePostings.RULES_VERSION);
        Warehouse warehouse = Warehouse.openOrCreate(settings.warehouse(), wanted, Tables.all());
        check(settings, warehouse.settings());
        Generation right =
                warehouse.takeGeneration(settings.who(), settings.clock().instant());
        FaultPoint.GENERATION_TAKEN.reached();
        Epoch newest = warehouse.newestEpoch().orElse(null);
        StoringSettings storing = new StoringSettings(
                settings.warehouse().toAbsolutePath().normalize().toString(),
                UUID.randomUUID().toString(),
                right.number(),
                right.who(),
                right.takenAt(),
                newest == null ? 0 : newest.number(),
                settings.programVersion(),
                settings.clock());
        List<Progress> positions = newest == null ? List.of() : EpochJson.positions(newest.positionsJson());
        return new WarehouseStart(warehouse, storing, positions);
    }

    /** What intake needs, by the settings of the warehouse; {@code identities} are the ids of topics. */
    public IntakeSettings intake(
            JobSettings settings, Map<String, Translator> translators, Map<String, String> identities) {
        return new IntakeSettings(warehouse.settings().zone().getId(), settings.key(), translators, identities);
    }

    private static void check(JobSettings settings, WarehouseSettings found) {
        String fingerprint = settings.key().fingerprint();
        if (!found.keyFingerprint().equals(fingerprint)) {
            throw new IllegalStateException("Cannot write warehouse " + settings.warehouse()
                    + ": it was made with another key (" + found.keyFingerprint() + ", this one is " + fingerprint
                    + "); give the key it was made with by FIELDBACK_KEY_FILE");
        }
        if (!found.rulesVersion().equals(FailurePostings.RULES_VERSION)) {
            throw new IllegalStateException("Cannot write warehouse " + settings.warehouse()
                    + ": its ledgers follow rules " + found.rulesVersion() + ", this program follows "
                    + FailurePostings.RULES_VERSION + "; rebuild it from its sources");
        }
    }
}
