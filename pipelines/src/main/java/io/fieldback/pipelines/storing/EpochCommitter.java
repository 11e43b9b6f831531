// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochDraft;
import io.fieldback.lake.epoch.FencedException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Publishes epochs, one after another, from one place. When checkpoint n is complete it publishes everything that
 * arrived before the barrier of n, whatever became of earlier checkpoints: that is why an aborted checkpoint cannot
 * tear an epoch. A restored committer first publishes what its state holds and the warehouse does not.
 */
final class EpochCommitter extends AbstractStreamOperator<Long> implements OneInputStreamOperator<Notice, Long> {
    private static final long serialVersionUID = 1;

    private final StoringSettings settings;

    private transient Warehouse warehouse;
    private transient String lineage;
    private transient List<Progress> positions;
    private transient long publishedEpoch;
    private transient List<Notice> arriving;
    private transient TreeMap<Long, List<Notice>> waiting;
    private transient CommitterStateCodec state;

    @SuppressWarnings("NullAway.Init") // transient fields are made when state is initialised
    EpochCommitter(StoringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state = new CommitterStateCodec(context.getOperatorStateStore());
        warehouse = Warehouse.open(settings.folder());
        arriving = new ArrayList<>();
        waiting = new TreeMap<>();
        if (context.isRestored()) {
            resume(state.read(), context.getRestoredCheckpointId().orElseThrow());
        } else {
            lineage = settings.lineage();
            // Upkeep may have made the epoch that this start begins from; states are compared by what was written.
            Epoch newest = warehouse.newestWritten().orElse(null);
            publishedEpoch = newest == null ? 0 : newest.number();
            positions = newest == null ? List.of() : EpochJson.positions(newest.positionsJson());
        }
    }

    private void resume(CommitterState restored, long checkpointId) {
        lineage = restored.lineage();
        publishedEpoch = restored.epoch();
        positions = restored.positions();
        Epoch newest = warehouse.newestWritten().orElse(null);
        StartDecision decision = StartDecision.of(restored, checkpointId, warehouse.id(), settings.sources(), newest);
        if (decision instanceof StartDecision.Refused refused) {
            throw new SuppressRestartsException(
                    new IllegalStateException("Cannot start from checkpoint " + checkpointId + ": " + refused.why()));
        }
        if (newest != null) {
            publishedEpoch = newest.number();
            positions = EpochJson.positions(newest.positionsJson());
        }
        if (decision instanceof StartDecision.PublishPending pending) {
            // A barrier may overtake the news that the checkpoint before it is complete: what that one brought stands
            // in this state and in the warehouse, and must not be published twice.
            waiting.putAll(restored.waiting().tailMap(pending.published() + 1));
            FaultPoint.PENDING_FOUND.reached();
            publish(checkpointId);
        }
    }

    @Override
    public void processElement(StreamRecord<Notice> element) {
        arriving.add(element.getValue());
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        waiting.put(context.getCheckpointId(), arriving);
        arriving = new ArrayList<>();
        state.write(
                new CommitterState(warehouse.id(), settings.sources(), lineage, publishedEpoch, positions, waiting));
        FaultPoint.SNAPSHOT_TAKEN.reached();
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        if (FaultPoint.NOTIFICATION_LOST.happens()) {
            return;
        }
        FaultPoint.CHECKPOINT_COMPLETE.reached();
        publish(checkpointId);
    }

    private void publish(long checkpointId) {
        Map<Long, List<Notice>> complete = waiting.headMap(checkpointId, true);
        List<Notice> notices =
                complete.values().stream().flatMap(Collection::stream).toList();
        if (!notices.isEmpty()) {
            PendingEpoch pending = PendingEpoch.gather(positions, notices);
            Epoch epoch;
            try {
                epoch = warehouse.commit(new EpochDraft(
                        settings.right(),
                        lineage,
                        checkpointId,
                        pending.files(),
                        EpochJson.positions(pending.positions()),
                        EpochJson.accounts(pending.accounts()),
                        settings.programVersion(),
                        settings.clock().instant()));
            } catch (FencedException fenced) {
                throw new SuppressRestartsException(fenced);
            }
            positions = pending.positions();
            publishedEpoch = epoch.number();
            FaultPoint.EPOCH_PUBLISHED.reached();
        }
        complete.clear();
    }
}
