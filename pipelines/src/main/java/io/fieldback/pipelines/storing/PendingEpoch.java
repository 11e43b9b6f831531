// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import io.fieldback.lake.parquet.WrittenFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All that waits to be published together.
 *
 * @param files closed files
 * @param accounts summed by source
 * @param positions of all sources, those of earlier epochs included
 */
record PendingEpoch(List<WrittenFile> files, List<Account> accounts, List<Progress> positions) {
    /** Notices gathered over the positions of the epoch before. */
    static PendingEpoch gather(Collection<Progress> before, Collection<Notice> notices) {
        List<WrittenFile> files = new ArrayList<>();
        Tally tally = new Tally();
        Map<String, Progress> positions = new TreeMap<>();
        before.forEach(each -> positions.put(key(each), each));
        for (Notice notice : notices) {
            notice.files().forEach(file -> files.add(WrittenFile.fromBytes(file)));
            notice.accounts().forEach(tally::add);
            notice.progress().forEach(each -> positions.put(key(each), each));
        }
        return new PendingEpoch(files, tally.drain(), List.copyOf(positions.values()));
    }

    private static String key(Progress progress) {
        return progress.seenIn() + '\n' + progress.partition();
    }
}
