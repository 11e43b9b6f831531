// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.OwnKeys;
import io.fieldback.pipelines.storing.StoringSettings;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.accumulators.IntCounter;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what is known of each unit, keyed by serial number, and enters what the ledgers of cohorts and exposure must
 * change by. Files are closed before each barrier; only their metadata moves on.
 *
 * <p>State: the history of each unit, never cleared, because an installation or a withdrawal may come years later. Its
 * form is that of the journal's state, which is looked at before either is read. An operator that was not restored fills
 * it from the tables.
 */
final class UnitOperator extends AbstractStreamOperator<Notice>
        implements OneInputStreamOperator<UnitSighting, Notice>, BoundedOneInput {
    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = LoggerFactory.getLogger(UnitOperator.class);

    private final StoringSettings settings;

    private transient boolean restored;
    private transient ValueState<byte[]> history;
    private transient EpochFiles files;
    private transient UnitBuffer ledger;

    @SuppressWarnings("NullAway.Init") // transient fields are made in open
    UnitOperator(StoringSettings settings) {
        this.settings = settings;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        restored = context.isRestored();
    }

    @Override
    public void open() throws Exception {
        super.open();
        history = getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                new ValueStateDescriptor<>("units-history", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        Warehouse warehouse = Warehouse.open(settings.folder());
        files = new EpochFiles(
                warehouse, "units-" + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        ledger = new UnitBuffer();
        if (!restored && settings.startEpoch() > 0) {
            Epoch epoch = warehouse
                    .epoch(settings.startEpoch())
                    .orElseThrow(() -> new IllegalStateException(
                            "Cannot rebuild units from epoch " + settings.startEpoch() + ": the warehouse has none"));
            long started = System.nanoTime();
            Filling filling = new Filling();
            new UnitRebuild(warehouse, epoch).into(filling);
            LOGGER.info(
                    "Rebuilt {} contents of units of epoch {} in {} ms",
                    filling.sightings,
                    epoch.number(),
                    (System.nanoTime() - started) / 1_000_000);
        }
        getRuntimeContext().addAccumulator(UnitPipeline.READY, new IntCounter(1));
    }

    @Override
    public void processElement(StreamRecord<UnitSighting> element) throws Exception {
        byte[] sighting = element.getValue().content();
        byte[] bytes = history.value();
        if (bytes == null) {
            // The hot path: most units are told of once, and what follows from it needs no comparison.
            UnitEntries.ofOnly(UnitBytes.content(sighting), ledger);
            history.update(sighting);
        } else {
            further(UnitBytes.content(sighting), bytes);
        }
    }

    private void further(UnitContent sighting, byte[] bytes) throws IOException {
        if (UnitBytes.crowded(bytes, sighting.knownOn())) {
            return;
        }
        UnitHistory before = UnitBytes.read(bytes);
        UnitHistory after = before.with(sighting);
        if (!after.equals(before)) {
            UnitEntries.difference(after, before, sighting.knownOn(), ledger);
            history.update(UnitBytes.write(after));
        }
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        tell();
    }

    @Override
    public void endInput() throws Exception {
        FaultPoint.INPUT_ENDED.reached();
        tell();
    }

    private void tell() throws IOException {
        ledger.flush(files);
        Notice notice = new Notice(files.finish(), List.of(), List.of());
        FaultPoint.FILES_CLOSED.reached();
        if (!notice.silent()) {
            output.collect(new StreamRecord<>(notice));
            FaultPoint.NOTICE_SENT.reached();
        }
    }

    @Override
    public void close() throws Exception {
        if (files != null) {
            files.close();
        }
        super.close();
    }

    /** Fills state from the tables, one key after another. */
    private final class Filling implements UnitRebuild.Target {
        private final OwnKeys own = new OwnKeys(getRuntimeContext().getTaskInfo());
        private long sightings;

        @Override
        public boolean keeps(String serialNo) {
            return own.has(serialNo);
        }

        @Override
        public void sighting(String serialNo, UnitContent content) throws IOException {
            sightings++;
            setCurrentKey(serialNo);
            history.update(UnitBytes.with(history.value(), content));
        }
    }
}
