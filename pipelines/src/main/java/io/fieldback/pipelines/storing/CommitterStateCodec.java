// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** The committer's state in Flink's: written by the operator, and read by whoever asks what a checkpoint holds. */
public final class CommitterStateCodec {
    private static final String LINEAGE = "storing-lineage";

    private final ListState<String> warehouse;
    private final ListState<String> sources;
    private final ListState<String> lineage;
    private final ListState<Long> epoch;
    private final ListState<Notice> waiting;
    private final ListState<Long> waitingSince;
    private final ListState<Progress> positions;

    /** The state in a store. */
    public CommitterStateCodec(OperatorStateStore store) throws Exception {
        warehouse = store.getListState(new ListStateDescriptor<>("storing-warehouse", Types.STRING));
        sources = store.getListState(new ListStateDescriptor<>("storing-sources", Types.STRING));
        lineage = store.getListState(new ListStateDescriptor<>(LINEAGE, Types.STRING));
        epoch = store.getListState(new ListStateDescriptor<>("storing-epoch", Types.LONG));
        waiting = store.getListState(new ListStateDescriptor<>("storing-waiting", TypeInformation.of(Notice.class)));
        waitingSince = store.getListState(new ListStateDescriptor<>("storing-waiting-since", Types.LONG));
        positions =
                store.getListState(new ListStateDescriptor<>("storing-positions", TypeInformation.of(Progress.class)));
    }

    /** Whether the states of an operator, by their names, are those of a committer. */
    public static boolean wrote(Collection<String> stateNames) {
        return stateNames.contains(LINEAGE);
    }

    /** Replaces what is stored. */
    void write(CommitterState state) throws Exception {
        warehouse.update(List.of(state.warehouse()));
        sources.update(List.of(state.sources()));
        lineage.update(List.of(state.lineage()));
        epoch.update(List.of(state.epoch()));
        positions.update(state.positions());
        List<Notice> held = new ArrayList<>();
        List<Long> since = new ArrayList<>();
        state.waiting().forEach((checkpoint, notices) -> {
            held.addAll(notices);
            notices.forEach(notice -> since.add(checkpoint));
        });
        waiting.update(held);
        waitingSince.update(since);
    }

    /** What is stored. */
    public CommitterState read() throws Exception {
        TreeMap<Long, List<Notice>> held = new TreeMap<>();
        Iterator<Long> since = waitingSince.get().iterator();
        for (Notice notice : waiting.get()) {
            held.computeIfAbsent(since.next(), checkpoint -> new ArrayList<>()).add(notice);
        }
        List<Progress> reached = new ArrayList<>();
        positions.get().forEach(reached::add);
        return new CommitterState(
                first(warehouse, ""), first(sources, ""), first(lineage, ""), first(epoch, 0L), reached, held);
    }

    private static <T> T first(ListState<T> state, T otherwise) throws Exception {
        Iterator<T> values = state.get().iterator();
        return values.hasNext() ? values.next() : otherwise;
    }
}
