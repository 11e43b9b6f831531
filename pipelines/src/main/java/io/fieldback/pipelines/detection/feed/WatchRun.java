// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Replacement;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.pipelines.detection.feed.Judging.Judged;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Watches a warehouse beside the job that writes it: judges the days that are over and publishes what it found, all days
 * of a run in one epoch. Who dies in the middle has published nothing, and the next run finds the same. Not thread-safe.
 */
public final class WatchRun {
    private final Warehouse warehouse;
    private final Generation right;
    private final WatchRules rules;
    private final Judging judging;
    private final Clock clock;
    private final String programVersion;

    /**
     * A watch over a warehouse.
     *
     * @param right of the job beside which it runs: fenced with it
     * @param threads how many its queries may take
     */
    public WatchRun(
            Warehouse warehouse,
            Generation right,
            WatchRules rules,
            Reference reference,
            int threads,
            Clock clock,
            String programVersion) {
        this.warehouse = warehouse;
        this.right = right;
        this.rules = rules;
        this.judging = new Judging(warehouse, rules, reference, threads);
        this.clock = clock;
        this.programVersion = programVersion;
    }

    /**
     * What a run did.
     *
     * @param days that were judged
     * @param opened quality alerts that were opened
     * @param open alerts and notices that are open after it
     * @param epoch that has them
     */
    public record Done(int days, long opened, int open, Epoch epoch) {}

    /** The day up to which the newest epoch is judged. */
    public OptionalInt judgedUpTo() {
        Optional<Epoch> newest = warehouse.newestEpoch();
        return newest.isEmpty() ? OptionalInt.empty() : judging.judgedUpTo(newest.get());
    }

    /** Judges and publishes the days up to one, days since 1970; empty if there is nothing new to judge. */
    public Optional<Done> judge(int upTo) {
        Optional<Epoch> newest = warehouse.newestEpoch();
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Judged> days = judging.judge(newest.get(), upTo);
            if (days.isEmpty()) {
                return Optional.empty();
            }
            List<WrittenFile> files = write(days);
            FaultPoint.LOOK_WRITTEN.reached();
            Epoch epoch = warehouse.replace(Replacement.watch(right, files, programVersion, clock.instant()));
            return Optional.of(done(days, epoch));
        } catch (RuntimeException | Error failure) {
            // Whether it was published or not is asked of the tables next time.
            judging.forget();
            throw failure;
        }
    }

    private static Done done(List<Judged> days, Epoch epoch) {
        long opened = days.stream()
                .flatMap(day -> day.tick().changes().stream())
                .filter(change -> change.change() == Change.OPENED)
                .filter(change -> change.kind().family() == AlertKind.Family.QUALITY)
                .count();
        return new Done(days.size(), opened, days.get(days.size() - 1).open(), epoch);
    }

    private List<WrittenFile> write(List<Judged> days) {
        try (EpochFiles files = new EpochFiles(warehouse, "watch")) {
            for (Judged day : days) {
                for (AlertChange change : day.changes()) {
                    files.write(Tables.ALERTS, change.row());
                }
                files.write(Tables.WATCH_TICKS, row(day));
            }
            return files.finish().stream().map(WrittenFile::fromBytes).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write alerts of " + warehouse.folder() + ": " + e.getMessage(), e);
        }
    }

    private @Nullable Object[] row(Judged day) {
        NotYetJudged pending = day.pending();
        return new @Nullable Object[] {
            LocalDate.ofEpochDay(day.tick().day()),
            day.tick().series(),
            day.tick().judged(),
            (long) day.open(),
            day.tick().standing(),
            rules.fingerprint(),
            pending == null ? null : pending.text()
        };
    }
}
