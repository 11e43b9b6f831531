// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/** Which keys are a parallel part's own: those of its key groups, which alone it may fill state of from the tables. */
public final class OwnKeys {
    private final int maxParallelism;
    private final KeyGroupRange range;

    /** The keys of the part that a task is. */
    public OwnKeys(TaskInfo task) {
        maxParallelism = task.getMaxNumberOfParallelSubtasks();
        range = KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(
                maxParallelism, task.getNumberOfParallelSubtasks(), task.getIndexOfThisSubtask());
    }

    /** Whether a key, as the stream is keyed by, is one of them. */
    public boolean has(Object key) {
        return range.contains(KeyGroupRangeAssignment.assignToKeyGroup(key, maxParallelism));
    }
}
