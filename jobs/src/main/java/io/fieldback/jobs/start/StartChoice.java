// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.start;

import io.fieldback.jobs.start.StartPoint.Why;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.storing.StartDecision;
import io.fieldback.pipelines.storing.StoringSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what a start begins with, by what is wished and what may be used.
 *
 * @param warehouse that is written
 * @param sources what the job reads, as {@link StoringSettings#sources()}
 * @param state where the job keeps what it knows of cases
 * @param wish of whoever starts it
 * @param checkpoints folder of Flink's checkpoints
 */
public record StartChoice(Warehouse warehouse, String sources, StateKind state, StartWish wish, Path checkpoints) {

    /** What to begin with, as the warehouse is now. Throws if a certain checkpoint was wished and may not be used. */
    public StartPoint point() {
        boolean ends = sources.equals(StoringSettings.TO_AN_END);
        if (wish instanceof StartWish.Checkpoint checkpoint) {
            if (ends) {
                throw new IllegalStateException("Cannot start from " + checkpoint.path()
                        + ": a job that reads up to an end begins where the tables say; leave out --from-checkpoint");
            }
            return given(checkpoint.path());
        }
        if (wish instanceof StartWish.Tables) {
            return tables(Why.ASKED, null);
        }
        return ends ? tables(Why.BOUNDED, null) : fastest();
    }

    private StartPoint given(Path path) {
        try {
            SavedState saved = SavedState.read(path);
            if (!saved.readable()) {
                throw new IllegalStateException("Cannot start from " + path
                        + ": it was made by a program that keeps cases in another form; start with --rebuild to rebuild"
                        + " from the tables");
            }
            if (!fits(saved.kind())) {
                throw new IllegalStateException("Cannot start from " + path + ": it was made with --state "
                        + Objects.requireNonNull(saved.kind()).name().toLowerCase(Locale.ROOT)
                        + "; give that, or start with --rebuild to rebuild from the tables");
            }
            StartDecision decision = decide(saved);
            if (decision instanceof StartDecision.Refused refused) {
                throw new IllegalStateException("Cannot start from " + path + ": " + refused.why());
            }
            return checkpoint(saved, decision);
        } catch (IOException e) {
            throw new IllegalStateException(e.getMessage() + "; start with --rebuild to rebuild from the tables", e);
        }
    }

    /** The first usable of all checkpoints, newest first; what is wrong with the newest is why there is none. */
    private StartPoint fastest() {
        Why why = Why.NONE;
        Path newest = null;
        for (Path folder : CheckpointFolder.newestFirst(checkpoints)) {
            Why refusal;
            try {
                SavedState saved = SavedState.read(folder);
                StartDecision decision = decide(saved);
                if (decision instanceof StartDecision.Refused refused) {
                    refusal = why(refused.reason());
                } else if (!saved.readable()) {
                    refusal = Why.OTHER_PROGRAM;
                } else if (fits(saved.kind())) {
                    return checkpoint(saved, decision);
                } else {
                    refusal = Why.OTHER_STATE;
                }
            } catch (IOException e) {
                refusal = Why.UNREADABLE;
            }
            if (newest == null) {
                newest = folder;
                why = refusal;
            }
        }
        return tables(why, newest);
    }

    private StartPoint tables(Why why, @Nullable Path checkpoint) {
        Epoch newest = warehouse.newestEpoch().orElse(null);
        return newest == null ? new StartPoint.Nothing() : new StartPoint.Tables(newest.number(), why, checkpoint);
    }

    private static StartPoint checkpoint(SavedState saved, StartDecision decision) {
        boolean pending = decision instanceof StartDecision.PublishPending behind
                && saved.committer().waiting().tailMap(behind.published() + 1).values().stream()
                        .anyMatch(notices -> !notices.isEmpty());
        return new StartPoint.Checkpoint(saved.folder(), pending);
    }

    private boolean fits(@Nullable StateKind kind) {
        return kind == null || kind == state;
    }

    private StartDecision decide(SavedState saved) {
        return decide(saved, sources);
    }

    private StartDecision decide(SavedState saved, String read) {
        return StartDecision.of(
                saved.committer(),
                saved.checkpointId(),
                warehouse.id(),
                read,
                warehouse.newestWritten().orElse(null));
    }

    private static Why why(StartDecision.Reason reason) {
        return switch (reason) {
            case OTHER_WAREHOUSE -> Why.OTHER_WAREHOUSE;
            case OTHER_SOURCES -> Why.OTHER_SOURCES;
            case WAREHOUSE_BEHIND -> Why.WAREHOUSE_BEHIND;
            case OTHER_START -> Why.OTHER_START;
            case OLDER -> Why.OLDER;
        };
    }

    /**
     * Folders of earlier jobs of the warehouse whose checkpoints nobody will need: what is refused now stays refused, and
     * what is older than the one that was chosen is of no use. What is of another warehouse, or cannot be read and so may
     * be, is not among them.
     */
    public List<Path> stale(StartPoint point) {
        Path chosen = point instanceof StartPoint.Checkpoint used ? used.path().getParent() : null;
        List<Path> stale = new ArrayList<>();
        List<Path> needed = new ArrayList<>();
        for (Path folder : CheckpointFolder.newestFirst(checkpoints)) {
            Path job = Objects.requireNonNull(folder.getParent());
            boolean useless;
            try {
                SavedState saved = SavedState.read(folder);
                boolean refused = decide(saved, saved.committer().sources()) instanceof StartDecision.Refused;
                useless = saved.committer().warehouse().equals(warehouse.id()) && (refused || chosen != null);
            } catch (IOException e) {
                useless = false;
            }
            if (useless && !job.equals(chosen)) {
                stale.add(job);
            } else {
                needed.add(job);
            }
        }
        stale.removeAll(needed);
        return stale.stream().distinct().toList();
    }

    /** Deletes folders of checkpoints. What cannot be deleted is left to the next start. */
    public static void delete(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            CheckpointFolder.delete(folder);
        }
    }
}
