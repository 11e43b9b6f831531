// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.storing.Account;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.pipelines.storing.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Decodes, chained to the source, so that at each barrier it knows exactly how far the source has been read. It keeps
 * no state: positions are the source's, and the tables are the truth.
 */
final class DecodeOperator extends AbstractStreamOperator<Arrival>
        implements OneInputStreamOperator<RawRecord, Arrival>, BoundedOneInput {
    private static final long serialVersionUID = 1;

    private final IntakeSettings settings;
    private final OutputTag<Notice> notices;

    private transient Decoder decoder;
    private transient Tally tally;
    private transient Map<String, Progress> progress;
    private transient boolean told;

    @SuppressWarnings("NullAway.Init") // transient fields are made in open
    DecodeOperator(IntakeSettings settings, OutputTag<Notice> notices) {
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public void open() throws Exception {
        super.open();
        decoder = new Decoder(settings);
        tally = new Tally();
        progress = new TreeMap<>();
        told = true;
    }

    @Override
    public void processElement(StreamRecord<RawRecord> element) {
        RawRecord record = element.getValue();
        for (Arrival arrival : decoder.decode(record)) {
            boolean rejected = arrival instanceof Arrival.Reject;
            tally.add(new Account(arrival.source(), record.seenIn(), 1, 0, 0, rejected ? 1 : 0));
            output.collect(new StreamRecord<>(arrival));
        }
        progress.put(
                record.seenIn() + '\n' + record.partition(),
                new Progress(
                        record.seenIn(),
                        record.partition(),
                        record.position() + 1,
                        settings.identities().get(record.seenIn()),
                        false));
        told = false;
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        tell(false);
    }

    @Override
    public void endInput() {
        tell(true);
    }

    private void tell(boolean finished) {
        List<Progress> reached = new ArrayList<>();
        for (Progress each : progress.values()) {
            reached.add(new Progress(each.seenIn(), each.partition(), each.next(), each.identity(), finished));
        }
        Notice notice = new Notice(List.of(), tally.drain(), told && !finished ? List.of() : reached);
        told = true;
        if (!notice.silent()) {
            output.collect(notices, new StreamRecord<>(notice));
            FaultPoint.POSITIONS_TOLD.reached();
        }
    }
}
