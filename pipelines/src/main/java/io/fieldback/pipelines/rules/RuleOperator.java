// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.OwnKeys;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what each subject was told of, keyed by subject, and writes the rows of {@code alerts} by which the changes that
 * follow from it change. Files are closed before each barrier; only their metadata moves on.
 *
 * <p>State: the contents of each subject, never cleared, because a withdrawal may come years later. An operator that was
 * not restored fills it from the tables.
 */
final class RuleOperator extends AbstractStreamOperator<Notice>
        implements OneInputStreamOperator<RuleSighting, Notice>, BoundedOneInput, SubjectState.Units {
    private static final long serialVersionUID = 1;
    private static final Logger LOGGER = LoggerFactory.getLogger(RuleOperator.class);

    private final StoringSettings settings;
    private final RuleSettings rules;

    private transient boolean restored;
    private transient String fingerprint;
    private transient ValueState<byte[]> subjects;
    private transient MapState<Long, byte[]> units;
    private transient EpochFiles files;

    @SuppressWarnings("NullAway.Init") // transient fields are made in open
    RuleOperator(StoringSettings settings, RuleSettings rules) {
        this.settings = settings;
        this.rules = rules;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        restored = context.isRestored();
    }

    @Override
    public void open() throws Exception {
        super.open();
        fingerprint = rules.fingerprint();
        subjects = getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                new ValueStateDescriptor<>("rules-subjects", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        units = getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                new MapStateDescriptor<>(
                        "rules-units", Types.LONG, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        Warehouse warehouse = Warehouse.open(settings.folder());
        files = new EpochFiles(
                warehouse, "rules-" + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
        if (!restored && settings.startEpoch() > 0) {
            Epoch epoch = warehouse
                    .epoch(settings.startEpoch())
                    .orElseThrow(() -> new IllegalStateException(
                            "Cannot rebuild rules from epoch " + settings.startEpoch() + ": the warehouse has none"));
            long started = System.nanoTime();
            Filling filling = new Filling();
            new RuleRebuild(warehouse, epoch, rules).into(filling);
            LOGGER.info(
                    "Rebuilt {} contents of subjects of epoch {} in {} ms",
                    filling.sightings,
                    epoch.number(),
                    (System.nanoTime() - started) / 1_000_000);
        }
    }

    @Override
    public void processElement(StreamRecord<RuleSighting> element) throws Exception {
        RuleSighting sighting = element.getValue();
        RuleContent content = RuleBytes.content(sighting.content());
        SubjectState subject = SubjectBytes.read(subjects.value());
        List<RuleChange> before = new ArrayList<>(0);
        List<RuleChange> after = new ArrayList<>(0);
        if (!subject.take(sighting.unit(), content, this, rules, before, after)) {
            return;
        }
        if (!before.isEmpty() || !after.isEmpty()) {
            RuleDifference.write(
                    before,
                    after,
                    subject.takenBack(),
                    content.knownOn(),
                    content.knownAt(sighting.receivedMillis()),
                    fingerprint,
                    row -> files.write(Tables.ALERTS, row));
        }
        subjects.update(SubjectBytes.write(subject));
    }

    @Override
    public byte @Nullable [] of(long unit) throws Exception {
        return units.get(unit);
    }

    @Override
    public void put(long unit, byte[] contents) throws Exception {
        units.put(unit, contents);
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
    private final class Filling implements RuleRebuild.Target {
        private final OwnKeys own = new OwnKeys(getRuntimeContext().getTaskInfo());
        private long sightings;

        @Override
        public boolean keeps(long key) {
            return own.has(key);
        }

        @Override
        public void sighting(RuleSubject subject, RuleContent content) throws Exception {
            sightings++;
            setCurrentKey(subject.key());
            SubjectState state = SubjectBytes.read(subjects.value());
            if (state.take(subject.unit(), content, RuleOperator.this, rules, new ArrayList<>(0), new ArrayList<>(0))) {
                subjects.update(SubjectBytes.write(state));
            }
        }

        @Override
        public void takenBack(long key, Set<String> changeIds) throws Exception {
            setCurrentKey(key);
            SubjectState state = SubjectBytes.read(subjects.value());
            state.takenBack().addAll(changeIds);
            subjects.update(SubjectBytes.write(state));
        }
    }
}
