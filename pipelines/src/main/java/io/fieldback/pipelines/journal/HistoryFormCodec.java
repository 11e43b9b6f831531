// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import java.util.Collection;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;

/** In which form a state holds the histories of cases: this program reads its own form only. */
public final class HistoryFormCodec {
    private static final String NAME = "journal-history-form";

    private HistoryFormCodec() {}

    /** Whether the states of an operator, by their names, are those of the journal. */
    public static boolean wrote(Collection<String> stateNames) {
        return stateNames.contains(NAME);
    }

    /** Whether this program can read the histories that are stored beside it. */
    public static boolean readable(OperatorStateStore store) throws Exception {
        boolean readable = false;
        for (int written : in(store).get()) {
            readable = written == CaseBytes.FORM;
        }
        return readable;
    }

    static ListState<Integer> in(OperatorStateStore store) throws Exception {
        return store.getUnionListState(new ListStateDescriptor<>(NAME, Types.INT));
    }
}
