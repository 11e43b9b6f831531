// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.fault;

import org.jspecify.annotations.Nullable;

/**
 * Places where a crash could hurt, named so that tests can crash there. Nothing happens at them unless a test has
 * installed a handler; each costs the reading of one field.
 */
public enum FaultPoint {
    /** A writer has begun its file: half a file is left, which nothing names. */
    WRITER_OPENED,
    /** Not a crash: the file counts as full, as one of 64 MB does, and the next is begun in the same epoch. */
    FILE_FULL,
    /** A full file was closed in mid-epoch: its subtask alone knows of it. */
    FILE_ROLLED,
    /** One file of a subtask is closed before a barrier, others are not: rows of one event stand in both. */
    FILE_CLOSED,
    /** All files of a subtask are closed, nobody was told: files of this subtask could be left out of the epoch. */
    FILES_CLOSED,
    /** One subtask has told the committer of its files, others have not: an epoch could hold a part of its rows. */
    NOTICE_SENT,
    /** The source's positions are told, rows read up to them are not written yet: rows could be skipped. */
    POSITIONS_TOLD,
    /** The input has ended and what came last is not told yet: the tail of a bounded run could be lost. */
    INPUT_ENDED,
    /** The committer's state holds files of a checkpoint that may never complete: they could be published or lost. */
    SNAPSHOT_TAKEN,
    /** Not a crash: the committer never hears that a checkpoint is complete. Its epoch could be left out. */
    NOTIFICATION_LOST,
    /** A checkpoint is complete and its epoch is not: sources go on behind rows that no table has. */
    CHECKPOINT_COMPLETE,
    /** Metadata of all tables is written, nothing points at it: it could be taken for published. */
    METADATA_STAGED,
    /** Inside the transaction, tables point to new rows and the epoch's row is not there: a torn epoch. */
    POINTERS_MOVED,
    /** The transaction is done and its caller never learns it: the same files could be published again. */
    ANSWER_LOST,
    /** The epoch is there, the checkpoint's state is older: what it holds could be published again. */
    EPOCH_PUBLISHED,
    /** A restored committer found files that no epoch has and is about to publish them: a crash in a recovery. */
    PENDING_FOUND,
    /** The right to write is taken and not used: whoever had it is fenced, nobody writes. */
    GENERATION_TAKEN,
    /** Contents are read back from the tables, resightings and rejects are not: half a state could be taken for whole. */
    REBUILD_HALF_WAY,
    /** Files of a compaction are written, nothing names them: its rows could count twice. */
    COMPACTION_WRITTEN,
    /** Metadata of a compaction is written, nothing points at it: an epoch that came first could be undone. */
    COMPACTION_STAGED,
    /** A compaction is published, its caller never learns it: small files could be merged again. */
    COMPACTION_DONE,
    /** Rows of alerts and looks are written, nothing names them: an alert could be raised twice or never. */
    LOOK_WRITTEN,
    /** Metadata of alerts and looks is written, nothing points at it. */
    LOOK_STAGED,
    /** Alerts and looks are published, their finder never learns it: the same days could be judged again. */
    LOOK_PUBLISHED,
    /** Old snapshots are forgotten, their files are not deleted: readers of an old epoch could find half of it. */
    EXPIRY_DONE,
    /** Half of what nothing names is deleted: a file that is still needed could be among it. */
    SWEEP_HALF_DONE;

    private static volatile @Nullable FaultHandler handler;

    /** Installs what happens at fault points, or removes it. For tests only. */
    public static void install(@Nullable FaultHandler handler) {
        FaultPoint.handler = handler;
    }

    /** Tells that execution is at this point. */
    public void reached() {
        FaultHandler installed = handler;
        if (installed != null) {
            installed.reached(this);
        }
    }

    /** Whether that which may happen here happens now. Never without a handler. */
    public boolean happens() {
        FaultHandler installed = handler;
        return installed != null && installed.happens(this);
    }
}
