// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import java.util.List;
import java.util.SortedMap;

/**
 * What the epoch committer keeps between two checkpoints: enough to tell whether a state may be used, and what it holds
 * that no epoch has.
 *
 * @param warehouse id of the warehouse that it writes; empty if it does not say
 * @param sources what the job reads, as {@link StoringSettings#sources()}
 * @param lineage of the start that the state descends from
 * @param epoch newest epoch when the state was taken; 0 if there was none
 * @param positions of that epoch
 * @param waiting notices not published then, by the checkpoint before whose barrier they came
 */
public record CommitterState(
        String warehouse,
        String sources,
        String lineage,
        long epoch,
        List<Progress> positions,
        SortedMap<Long, List<Notice>> waiting) {}
