// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.cli.wholejob.RandomCases;
import io.fieldback.lake.fault.FaultPoint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A power cut may take back the end of a file. If an epoch was to name it, it is refused; else nobody misses it. */
class TornFileProofs {
    private static final long SEED = Long.getLong("fieldback.seed", 1);

    @TempDir
    Path folder;

    private SentLog sent = new SentLog(List.of(), List.of());

    @BeforeEach
    void send() throws Exception {
        sent = SentLog.write(folder.resolve("events"), RandomCases.of(SEED, 120), 2);
    }

    @Test
    void aTornFileThatWaitsToBePublishedIsRefusedAndReadAgain() throws Exception {
        Campaign campaign = crashed(FaultPoint.CHECKPOINT_COMPLETE);
        Path torn = tearNewest(campaign);
        assertThatThrownBy(() -> campaign.start(campaign.retained()))
                .hasStackTraceContaining("Cannot publish epoch: file " + torn + " has ");
        assertThat(campaign.finish()).isEmpty();
    }

    @Test
    void aTornFileThatNothingNamesIsNoLoss() throws Exception {
        Campaign campaign = crashed(FaultPoint.FILES_CLOSED);
        tearNewest(campaign);
        assertThat(campaign.finish()).isEmpty();
    }

    /** A campaign whose job died at a point, for good, after an epoch. */
    private Campaign crashed(FaultPoint point) throws Exception {
        Campaign campaign = new Campaign(folder.resolve("run"), sent);
        campaign.crash(new PlannedFault(point, 1, false, Fate.REBUILT));
        return campaign;
    }

    /** Cuts the newest file of the journals that no epoch names. */
    private static Path tearNewest(Campaign campaign) throws IOException {
        Set<Path> named = campaign.files();
        Path newest;
        try (Stream<Path> files = Files.walk(campaign.warehouseFolder())) {
            newest = files.filter(file -> file.toString().endsWith(".parquet") && !named.contains(file))
                    .max(java.util.Comparator.comparingLong(
                            file -> file.toFile().lastModified()))
                    .orElseThrow();
        }
        try (FileChannel channel = FileChannel.open(newest, StandardOpenOption.WRITE)) {
            channel.truncate(channel.size() / 2);
        }
        return newest;
    }
}
