// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.intake.Arrival;
import io.fieldback.pipelines.ledgers.PostingRule;
import io.fieldback.pipelines.rules.RuleContent;
import io.fieldback.pipelines.rules.RuleFact;
import io.fieldback.pipelines.rules.RuleFacts;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.pipelines.rules.RuleSighting;
import io.fieldback.pipelines.rules.RuleSubject;
import io.fieldback.pipelines.rules.RuleTelling;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.OwnKeys;
import io.fieldback.pipelines.storing.StoringSettings;
import io.fieldback.pipelines.storing.Tally;
import io.fieldback.pipelines.units.UnitBytes;
import io.fieldback.pipelines.units.UnitContent;
import io.fieldback.pipelines.units.UnitFact;
import io.fieldback.pipelines.units.UnitFacts;
import io.fieldback.pipelines.units.UnitSighting;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.common.accumulators.IntCounter;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the journal, keyed by case. For each arrival it knows whether the content is new, writes it once, enters what
 * the ledgers must change by, and tells it to every unit that any content of the case names: one that is no longer named
 * has to know that too. So it does with the subjects of rules. Files are closed before each barrier; only their metadata moves on.
 *
 * <p>State: the history of each case, never cleared, because a withdrawal may come years later. An operator that was
 * not restored fills it from the tables.
 */
final class JournalOperator extends AbstractStreamOperator<Notice>
        implements OneInputStreamOperator<Arrival, Notice>, BoundedOneInput {
    private static final long serialVersionUID = 1;
    private static final byte[] REFUSED = new byte[0];
    private static final Logger LOGGER = LoggerFactory.getLogger(JournalOperator.class);

    private final StoringSettings settings;
    private final PostingRule rule;
    private final OutputTag<UnitSighting> units;
    private final RuleSettings rules;

    private transient boolean restored;
    private transient ListState<Integer> form;
    private transient ValueState<byte[]> history;
    private transient EpochFiles files;
    private transient LedgerBuffer ledger;
    private transient Tally tally;

    JournalOperator(StoringSettings settings, PostingRule rule, OutputTag<UnitSighting> units) {
        this(settings, rule, units, RuleSettings.STANDARD);
    }

    @SuppressWarnings("NullAway.Init") // transient fields are made in open
    JournalOperator(StoringSettings settings, PostingRule rule, OutputTag<UnitSighting> units, RuleSettings rules) {
        this.settings = settings;
        this.rule = rule;
        this.units = units;
        this.rules = rules;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        restored = context.isRestored();
        form = HistoryFormCodec.in(context.getOperatorStateStore());
        if (restored && !HistoryFormCodec.readable(context.getOperatorStateStore())) {
            throw new SuppressRestartsException(new IllegalStateException(
                    "Cannot resume from a checkpoint: its histories of cases are of another form than this program's, "
                            + CaseBytes.FORM + "; start with --rebuild to rebuild from the tables"));
        }
        form.update(List.of(CaseBytes.FORM));
    }

    @Override
    public void open() throws Exception {
        super.open();
        history = getPartitionedState(
                VoidNamespace.INSTANCE,
                VoidNamespaceSerializer.INSTANCE,
                new ValueStateDescriptor<>("journal-history", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        Warehouse warehouse = Warehouse.open(settings.folder());
        int subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        files = new EpochFiles(warehouse, "journal-" + subtask);
        ledger = new LedgerBuffer();
        tally = new Tally();
        if (!restored && settings.startEpoch() > 0) {
            Epoch epoch = warehouse
                    .epoch(settings.startEpoch())
                    .orElseThrow(() -> new IllegalStateException(
                            "Cannot rebuild from epoch " + settings.startEpoch() + ": the warehouse has none"));
            long started = System.nanoTime();
            Filling filling = new Filling();
            new Rebuild(warehouse, epoch, rule, rules).into(filling);
            getRuntimeContext()
                    .addAccumulator(
                            JournalPipeline.REBUILD_MILLIS, new LongMaximum((System.nanoTime() - started) / 1_000_000));
            LOGGER.info(
                    "Rebuilt {} contents of epoch {} in {} ms",
                    filling.sightings,
                    epoch.number(),
                    (System.nanoTime() - started) / 1_000_000);
        }
        getRuntimeContext().addAccumulator(JournalPipeline.READY, new IntCounter(1));
    }

    @Override
    public void processElement(StreamRecord<Arrival> element) throws Exception {
        Arrival arrival = element.getValue();
        if (arrival instanceof Arrival.Case content) {
            content(content);
        } else if (arrival instanceof Arrival.Reject reject && history.value() == null) {
            history.update(REFUSED);
            files.write(Tables.REJECTED_RECORDS, JournalRows.reject(reject, settings.programVersion()));
        }
    }

    private void content(Arrival.Case arrival) throws IOException {
        byte[] bytes = history.value();
        Version sighting = Version.of(arrival, rule);
        if (bytes == null) {
            first(arrival, sighting);
        } else {
            further(arrival, sighting, CaseBytes.read(bytes));
        }
    }

    /** The hot path: nearly every case has one content, and what follows from it needs no comparison. */
    private void first(Arrival.Case arrival, Version sighting) throws IOException {
        tally.content(arrival.source(), arrival.place().seenIn(), true);
        files.write(Journals.of(arrival.type()), JournalRows.content(arrival));
        ledger.add(sighting.postings(), sighting.knownOn());
        Map<String, List<UnitFact>> facts = facts(arrival);
        Map<RuleSubject, RuleFact> said = said(arrival);
        history.update(CaseBytes.write(sighting, facts.keySet(), said.keySet()));
        for (Map.Entry<String, List<UnitFact>> unit : facts.entrySet()) {
            tell(arrival, unit.getKey(), sighting, unit.getValue());
        }
        if (!said.isEmpty()) {
            tell(arrival, sighting, said, CaseHistory.EMPTY);
        }
    }

    private void further(Arrival.Case arrival, Version sighting, CaseHistory before) throws IOException {
        Map<String, List<UnitFact>> facts = facts(arrival);
        Map<RuleSubject, RuleFact> said = said(arrival);
        CaseHistory after = before.with(sighting).naming(facts.keySet()).concerning(said.keySet());
        boolean fresh = after.versions().size() > before.versions().size();
        tally.content(arrival.source(), arrival.place().seenIn(), fresh);
        if (after.equals(before)) {
            return;
        }
        EventType type = arrival.type();
        String id = arrival.event().envelope().id();
        Version told = after.versions().get(after.position(sighting.contentHash()));
        if (fresh) {
            files.write(Journals.of(type), JournalRows.content(arrival));
        } else {
            files.write(Tables.RESIGHTINGS, JournalRows.resighting(type, id, told));
        }
        ledger.add(Entries.difference(Entries.of(after.versions()), Entries.of(before.versions())));
        supersede(type, id, before, after);
        history.update(CaseBytes.write(after));
        for (String serialNo : after.serialNos()) {
            tell(arrival, serialNo, told, facts.getOrDefault(serialNo, List.of()));
            if (!before.serialNos().contains(serialNo)) {
                for (Version earlier : before.versions()) {
                    tell(arrival, serialNo, earlier, List.of());
                }
            }
        }
        if (!after.subjects().isEmpty()) {
            tell(arrival, told, said, before);
        }
    }

    private Map<RuleSubject, RuleFact> said(Arrival.Case arrival) {
        return arrival.tombstone()
                ? Map.of()
                : RuleSubject.told(
                        arrival.type(),
                        arrival.event().envelope().id(),
                        RuleFacts.of(arrival.event(), arrival.eventOn(), arrival.customerKey(), rules));
    }

    /** Tells the subjects of rules of a content of the case of an arrival. */
    private void tell(Arrival.Case arrival, Version version, Map<RuleSubject, RuleFact> said, CaseHistory before)
            throws IOException {
        RuleTelling.tell(
                content(arrival, version),
                said,
                before.versions().stream()
                        .map(earlier -> content(arrival, earlier))
                        .toList(),
                before.subjects(),
                (subject, content) -> output.collect(
                        JournalPipeline.SUBJECTS,
                        new StreamRecord<>(RuleSighting.of(subject, content, arrival.receivedAt()))));
    }

    private static RuleContent content(Arrival.Case arrival, Version version) {
        return new RuleContent(
                arrival.type(),
                arrival.event().envelope().id(),
                version.contentHash(),
                version.tombstone(),
                version.revision(),
                version.orderedAt(),
                version.knownOn(),
                null);
    }

    private static Map<String, List<UnitFact>> facts(Arrival.Case arrival) {
        return arrival.tombstone()
                ? Map.of()
                : UnitFacts.of(arrival.event(), arrival.eventOn(), arrival.eventOnBasis());
    }

    /** Tells a unit of a content of the case of an arrival. */
    private void tell(Arrival.Case arrival, String serialNo, Version version, List<UnitFact> facts) throws IOException {
        UnitContent content = new UnitContent(
                arrival.type(),
                arrival.event().envelope().id(),
                version.contentHash(),
                version.tombstone(),
                version.revision(),
                version.orderedAt(),
                version.knownOn(),
                facts);
        output.collect(units, new StreamRecord<>(new UnitSighting(serialNo, UnitBytes.write(content))));
    }

    private void supersede(EventType type, String id, CaseHistory before, CaseHistory after) throws IOException {
        if (after.versions().size() < 2) {
            return;
        }
        Set<Entries.Superseded> then = new HashSet<>(Entries.superseded(before.versions()));
        Set<Entries.Superseded> now = new HashSet<>(Entries.superseded(after.versions()));
        for (Entries.Superseded superseded : now) {
            if (!then.contains(superseded)) {
                files.write(Tables.SUPERSESSIONS, JournalRows.superseded(type, id, superseded, 1));
            }
        }
        for (Entries.Superseded superseded : then) {
            if (!now.contains(superseded)) {
                files.write(Tables.SUPERSESSIONS, JournalRows.superseded(type, id, superseded, -1));
            }
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
        Notice notice = new Notice(files.finish(), tally.drain(), List.of());
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
    private final class Filling implements Rebuild.Target {
        private final OwnKeys own = new OwnKeys(getRuntimeContext().getTaskInfo());
        private long sightings;

        @Override
        public boolean keeps(String key) {
            return own.has(key);
        }

        @Override
        public void sighting(
                String key, Version version, Collection<String> serialNos, Collection<RuleSubject> subjects)
                throws Exception {
            sightings++;
            setCurrentKey(key);
            history.update(CaseBytes.write(CaseBytes.read(history.value())
                    .with(version)
                    .naming(serialNos)
                    .concerning(subjects)));
        }

        @Override
        public void refused(String key) throws Exception {
            setCurrentKey(key);
            history.update(REFUSED);
        }
    }
}
