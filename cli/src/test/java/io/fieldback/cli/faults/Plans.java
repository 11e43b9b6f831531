// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.lake.fault.FaultPoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Plans of faults, by seed. */
final class Plans {
    /** Points that a running job comes by at each epoch. */
    static final Set<FaultPoint> RUNNING = Collections.unmodifiableSet(EnumSet.of(
            FaultPoint.WRITER_OPENED,
            FaultPoint.FILE_FULL,
            FaultPoint.FILE_ROLLED,
            FaultPoint.FILE_CLOSED,
            FaultPoint.FILES_CLOSED,
            FaultPoint.NOTICE_SENT,
            FaultPoint.POSITIONS_TOLD,
            FaultPoint.SNAPSHOT_TAKEN,
            FaultPoint.NOTIFICATION_LOST,
            FaultPoint.CHECKPOINT_COMPLETE,
            FaultPoint.METADATA_STAGED,
            FaultPoint.POINTERS_MOVED,
            FaultPoint.ANSWER_LOST,
            FaultPoint.EPOCH_PUBLISHED));

    /** Points that only a start or a recovery comes by, each with what leads there. */
    static final Set<FaultPoint> STARTING = Collections.unmodifiableSet(
            EnumSet.of(FaultPoint.PENDING_FOUND, FaultPoint.GENERATION_TAKEN, FaultPoint.REBUILD_HALF_WAY));

    /** Points of upkeep, which goes on beside the job. */
    static final Set<FaultPoint> TIDYING = Collections.unmodifiableSet(
            EnumSet.of(FaultPoint.COMPACTION_WRITTEN, FaultPoint.COMPACTION_STAGED, FaultPoint.COMPACTION_DONE));

    /** A crash here leaves a complete checkpoint whose epoch is not there. */
    private static final Set<FaultPoint> UNPUBLISHED = Collections.unmodifiableSet(
            EnumSet.of(FaultPoint.CHECKPOINT_COMPLETE, FaultPoint.METADATA_STAGED, FaultPoint.POINTERS_MOVED));

    private Plans() {}

    /** Every fault by itself, in an order and with fates of a seed; the end of the input comes last. */
    static List<PlannedFault> singles(long seed) {
        Random random = new Random(seed);
        List<FaultPoint> points = new ArrayList<>(RUNNING);
        points.addAll(STARTING);
        Collections.shuffle(points, random);
        List<PlannedFault> plan = new ArrayList<>();
        for (FaultPoint point : points) {
            plan.addAll(single(point, random));
        }
        plan.add(new PlannedFault(FaultPoint.INPUT_ENDED, 1 + random.nextInt(2), true, Fate.RESTARTED));
        return plan;
    }

    /** Crashes of upkeep, each with one of the job behind it and one before. */
    static List<PlannedFault> tidying(long seed) {
        Random random = new Random(seed);
        List<FaultPoint> running = new ArrayList<>(RUNNING);
        List<PlannedFault> plan = new ArrayList<>();
        for (FaultPoint point : TIDYING) {
            plan.addAll(pair(running.get(random.nextInt(running.size())), point, random));
            plan.addAll(pair(point, running.get(random.nextInt(running.size())), random));
        }
        return plan;
    }

    /** Pairs: the second fault falls into the recovery from the first. */
    static List<PlannedFault> pair(FaultPoint first, FaultPoint second, Random random) {
        List<PlannedFault> plan = new ArrayList<>();
        if (STARTING.contains(first)) {
            plan.addAll(single(first, random));
        } else {
            boolean leads = leads(first, second);
            plan.add(new PlannedFault(first, nth(random), false, leads ? leading(second) : fate(first, random)));
        }
        if (STARTING.contains(second) && !leads(first, second)) {
            plan.add(new PlannedFault(FaultPoint.CHECKPOINT_COMPLETE, 1, true, leading(second)));
        }
        plan.add(new PlannedFault(second, STARTING.contains(second) ? 1 : nth(random), true, fate(second, random)));
        return plan;
    }

    /** Whether the recovery from a crash at one point comes by another, which only some recoveries do. */
    private static boolean leads(FaultPoint first, FaultPoint second) {
        return switch (second) {
            case PENDING_FOUND -> UNPUBLISHED.contains(first);
            case GENERATION_TAKEN, REBUILD_HALF_WAY ->
                !STARTING.contains(first)
                        && !TIDYING.contains(first)
                        && first != FaultPoint.SNAPSHOT_TAKEN
                        && first != FaultPoint.NOTIFICATION_LOST
                        && first != FaultPoint.FILE_FULL;
            default -> false;
        };
    }

    private static List<PlannedFault> single(FaultPoint point, Random random) {
        if (!STARTING.contains(point)) {
            return List.of(new PlannedFault(point, nth(random), false, fate(point, random)));
        }
        return List.of(
                new PlannedFault(FaultPoint.CHECKPOINT_COMPLETE, 1, false, leading(point)),
                new PlannedFault(point, 1, true, fate(point, random)));
    }

    /** The fate that leads to a point of a start. */
    private static Fate leading(FaultPoint point) {
        return switch (point) {
            case PENDING_FOUND -> Fate.RESTARTED;
            default -> Fate.REBUILT;
        };
    }

    private static Fate fate(FaultPoint point, Random random) {
        if (point == FaultPoint.SNAPSHOT_TAKEN || TIDYING.contains(point)) {
            // Flink declines the checkpoint and decides by itself what to do; upkeep is not Flink's.
            return Fate.RESTARTED;
        }
        int dice = random.nextInt(10);
        return dice < 6 ? Fate.RESTARTED : dice < 8 ? Fate.REBUILT : Fate.RESUMED;
    }

    /** With two subtasks the first or the second of them is hit, or the next epoch. */
    private static int nth(Random random) {
        return 1 + random.nextInt(3);
    }
}
