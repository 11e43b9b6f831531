// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.jobs.start.StartChoice;
import io.fieldback.jobs.start.StartPoint;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.epoch.WarehouseSettings;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.intake.IntakeSettings;
import io.fieldback.pipelines.intake.Translator;
import io.fieldback.pipelines.ledgers.LedgerRules;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The start of a writer: what the warehouse holds, the right to go on from there, and what state begins with.
 *
 * @param warehouse opened
 * @param storing for the writers
 * @param positions where sources begin
 * @param point what state begins with
 */
public record WarehouseStart(Warehouse warehouse, StoringSettings storing, List<Progress> positions, StartPoint point) {
    /** Takes the right to write for a job that stops by itself. */
    public static WarehouseStart take(JobSettings settings) {
        return take(settings, StoringSettings.TO_AN_END);
    }

    /**
     * Takes the right to write. Whoever had it before can publish no more; what is wrong is told before that.
     *
     * @param sources what the job reads, in words: state that reads anything else is not used
     */
    public static WarehouseStart take(JobSettings settings, String sources) {
        Warehouse warehouse = open(settings);
        choice(settings, warehouse, sources).point();
        Generation right =
                warehouse.takeGeneration(settings.who(), settings.clock().instant());
        FaultPoint.GENERATION_TAKEN.reached();
        return from(settings, warehouse, right, sources);
    }

    /** The start again, after the warehouse changed by its own right. */
    WarehouseStart again(JobSettings settings) {
        return from(settings, warehouse, storing.right(), storing.sources());
    }

    private static WarehouseStart from(JobSettings settings, Warehouse warehouse, Generation right, String sources) {
        // The point is asked for once more: until the right was taken another process could publish.
        StartPoint point = choice(settings, warehouse, sources).point();
        Epoch newest = warehouse.newestEpoch().orElse(null);
        StoringSettings storing = new StoringSettings(
                settings.warehouse().toAbsolutePath().normalize().toString(),
                UUID.randomUUID().toString(),
                right.number(),
                right.who(),
                right.takenAt(),
                newest == null ? 0 : newest.number(),
                sources,
                settings.programVersion(),
                settings.clock());
        List<Progress> positions = newest == null ? List.of() : EpochJson.positions(newest.positionsJson());
        return new WarehouseStart(warehouse, storing, positions, point);
    }

    /** Opens the warehouse or makes it. Throws if it was made by other rules, another key or in another zone. */
    public static Warehouse open(JobSettings settings) {
        ZoneId zone = settings.zone() == null ? JobSettings.USUAL_ZONE : settings.zone();
        WarehouseSettings wanted = new WarehouseSettings(zone, settings.key().fingerprint(), LedgerRules.VERSION);
        if (Files.exists(settings.warehouse().resolve("catalog.db"))) {
            // Before anything is changed in it.
            check(settings, Warehouse.open(settings.warehouse()).settings());
        }
        Warehouse warehouse = Warehouse.openOrCreate(settings.warehouse(), wanted, Tables.all());
        check(settings, warehouse.settings());
        return warehouse;
    }

    /** What a start would begin with now. Throws if a certain checkpoint was wished and may not be used. */
    static StartPoint point(JobSettings settings, Warehouse warehouse, String sources) {
        return choice(settings, warehouse, sources).point();
    }

    /** Folders of checkpoints that nobody needs once this start has begun. */
    List<Path> stale(JobSettings settings) {
        return choice(settings, warehouse, storing.sources()).stale(point);
    }

    private static StartChoice choice(JobSettings settings, Warehouse warehouse, String sources) {
        return new StartChoice(warehouse, sources, settings.state(), settings.wish(), settings.checkpoints());
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
                    + "); give the key it was made with by --key-file or FIELDBACK_KEY_FILE");
        }
        if (settings.zone() != null && !found.zone().equals(settings.zone())) {
            throw new IllegalStateException("Cannot write warehouse " + settings.warehouse()
                    + ": it takes its days in zone " + found.zone() + ", not " + settings.zone()
                    + "; leave out --zone, or read the sources into a new warehouse");
        }
        if (!found.rulesVersion().equals(LedgerRules.VERSION)) {
            throw new IllegalStateException("Cannot write warehouse " + settings.warehouse()
                    + ": its ledgers were made by rules " + found.rulesVersion() + ", this program has "
                    + LedgerRules.VERSION + "; run fieldback rebuild-ledgers --warehouse "
                    + settings.warehouse());
        }
    }
}
