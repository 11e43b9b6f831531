// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.pipelines.storing.Tally;
import java.util.List;
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
    private transient Reached reached;
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
        reached = new Reached(settings.identities());
        told = true;
    }

    @Override
    public void processElement(StreamRecord<RawRecord> element) {
        RawRecord record = element.getValue();
        for (Arrival arrival : decoder.decode(record)) {
            tally.read(arrival.source(), record.seenIn(), arrival instanceof Arrival.Reject);
            output.collect(new StreamRecord<>(arrival));
        }
        reached.add(record);
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
        List<Progress> progress = told && !finished ? List.of() : reached.progress(finished);
        Notice notice = new Notice(List.of(), tally.drain(), progress);
        told = true;
        if (!notice.silent()) {
            output.collect(notices, new StreamRecord<>(notice));
            FaultPoint.POSITIONS_TOLD.reached();
        }
    }
}
