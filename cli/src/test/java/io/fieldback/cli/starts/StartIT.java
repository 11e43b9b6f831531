// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.starts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.cli.embedded.EmbeddedKafka;
import io.fieldback.jobs.FeedbackJob;
import io.fieldback.jobs.WarehouseRollback;
import io.fieldback.jobs.kafka.Loss;
import io.fieldback.jobs.start.StartPoint;
import io.fieldback.jobs.start.StartPoint.Why;
import io.fieldback.jobs.start.StartWish;
import io.fieldback.jobs.start.StateKind;
import io.fieldback.lake.epoch.Epoch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start begins with, and what topics may do meanwhile; one broker for all. */
class StartIT {
    private static final StartWish FASTEST = new StartWish.Fastest();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    static Path folder;

    @SuppressWarnings("NullAway.Init") // made before all
    private static EmbeddedKafka kafka;

    @BeforeAll
    static void aBroker() throws Exception {
        kafka = EmbeddedKafka.start();
    }

    @AfterAll
    static void noBroker() {
        kafka.close();
    }

    @Test
    void theNewestCheckpointIsResumedAndAnyOtherIsRefusedWithAnOffer() throws Exception {
        TopicJob job = job("resumed", 2, 3);
        job.send(0, 0, 20);
        job.send(1, 20, 20);
        TopicJob.Running first = job.start(FASTEST);
        assertThat(first.point()).isEqualTo(new StartPoint.Nothing());
        Epoch forty = job.await(40);
        TopicJob.stop(first);
        Path older = copy(job.checkpoint(), "older");

        job.send(0, 40, 10);
        TopicJob.Running resumed = job.start(FASTEST);
        assertThat(resumed.point()).isInstanceOf(StartPoint.Checkpoint.class);
        job.await(50);
        TopicJob.stop(resumed);
        assertThat(job.warehouse().newestEpoch().orElseThrow().lineage())
                .as("a restored state brings its lineage")
                .isEqualTo(forty.lineage());
        assertThat(job.number("select count(*) from repairs")).isEqualTo(50);
        Path second = copy(job.checkpoint(), "second");

        refused(job, older, "the warehouse is ahead, at checkpoint");
        refused(job, folder.resolve("none"), "there is no file _metadata in it");
        TopicJob stranger =
                new TopicJob(Files.createDirectory(folder.resolve("stranger")), kafka, "resumed", 1, StateKind.HEAP);
        refused(stranger, second, "it belongs to another warehouse");
        assertThatThrownBy(() -> FeedbackJob.start(
                        job.settings(new StartWish.Checkpoint(second)), job.intake(true, Loss.REFUSED)))
                .hasMessageContaining("begins where the tables say; leave out --from-checkpoint");

        job.send(1, 50, 5);
        TopicJob.Running rebuilt = job.start(new StartWish.Tables());
        assertThat(rebuilt.point())
                .isInstanceOfSatisfying(
                        StartPoint.Tables.class,
                        tables -> assertThat(tables.why()).isEqualTo(Why.ASKED));
        job.await(55);
        TopicJob.stop(rebuilt);
        refused(job, second, "another start has written the warehouse since, up to epoch");
        job.verify();

        tear(job.folder().resolve("checkpoints"));
        Epoch back = WarehouseRollback.to(job.settings(FASTEST), forty.number());
        assertThat(back.positionsJson()).isEqualTo(forty.positionsJson());
        assertThat(job.number("select count(*) from repairs")).isEqualTo(40);
        job.verify();
        TopicJob.Running again = job.start(FASTEST);
        assertThat(again.point())
                .isInstanceOfSatisfying(
                        StartPoint.Tables.class,
                        tables -> assertThat(tables.why()).isEqualTo(Why.UNREADABLE));
        job.await(55);
        TopicJob.stop(again);
        assertThat(job.number("select count(*) from repairs")).isEqualTo(55);
        job.verify();
    }

    @Test
    void stateOnDiskIsResumedTooAndByItsOwnKindOnly() throws Exception {
        kafka.create(Set.of("disk"), 1);
        Path home = Files.createDirectory(folder.resolve("job-disk"));
        TopicJob disk = new TopicJob(home, kafka, "disk", 1, StateKind.ROCKSDB);
        disk.send(0, 0, 5);
        TopicJob.Running first = disk.start(FASTEST);
        disk.await(5);
        TopicJob.stop(first);
        Path checkpoint = disk.checkpoint();
        disk.send(0, 5, 5);
        TopicJob.Running second = disk.start(FASTEST);
        assertThat(second.point())
                .isInstanceOfSatisfying(
                        StartPoint.Checkpoint.class,
                        restored -> assertThat(restored.path()).isEqualTo(checkpoint));
        disk.await(10);
        TopicJob.stop(second);
        assertThat(disk.number("select count(*) from repairs")).isEqualTo(10);
        TopicJob heap = new TopicJob(home, kafka, "disk", 1, StateKind.HEAP);
        assertThat(FeedbackJob.start(heap.settings(FASTEST), heap.intake(false, Loss.REFUSED))
                        .point())
                .isInstanceOfSatisfying(
                        StartPoint.Tables.class,
                        tables -> assertThat(tables.why()).isEqualTo(Why.OTHER_STATE));
    }

    @Test
    void idleLateAndNewPartitionsAreReadAndARecreatedTopicEndsTheJob() throws Exception {
        TopicJob job = job("edges", 2, 4);
        TopicJob.Running running = job.start(FASTEST);
        job.send(0, 0, 5);
        job.await(5);
        job.send(1, 5, 5, Instant.parse("2026-01-09T22:00:00Z"));
        job.await(10);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.servers()))) {
            admin.createPartitions(Map.of("edges", NewPartitions.increaseTo(3)))
                    .all()
                    .get();
            job.send(2, 10, 5);
            job.await(15);
            assertThat(job.number("select count(*) from repairs")).isEqualTo(15);
            admin.deleteTopics(Set.of("edges")).all().get();
        }
        kafka.create(Set.of("edges"), 3);
        job.send(0, 100, 9);
        assertThatThrownBy(() -> running.client().getJobExecutionResult().get()).isInstanceOf(ExecutionException.class);
        assertThatThrownBy(() -> FeedbackJob.explain(job.settings(FASTEST), job.intake(false, Loss.REFUSED)))
                .hasMessageStartingWith("Cannot continue topic edges: it was made anew; the warehouse read ")
                .hasMessageEndingWith("; read it into a new warehouse, or bring its records under another topic name");
        long generations = job.warehouse().newestEpoch().orElseThrow().generation();
        assertThatThrownBy(() -> job.start(FASTEST)).hasMessageContaining("it was made anew");
        assertThat(job.warehouse().takeGeneration("test", Instant.EPOCH).number())
                .as("a start that was refused stopped nobody")
                .isEqualTo(generations + 1);
        assertThat(job.number("select count(*) from repairs")).isEqualTo(15);
    }

    @Test
    void recordsThatWereDeletedUnreadAreRefusedAndOnRecordOnceAccepted() throws Exception {
        TopicJob job = job("expired", 1, 1);
        job.send(0, 0, 5);
        job.readToTheEnd(Loss.REFUSED);
        job.send(0, 5, 5);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.servers()))) {
            admin.deleteRecords(Map.of(new TopicPartition("expired", 0), RecordsToDelete.beforeOffset(8)))
                    .all()
                    .get();
        }
        assertThatThrownBy(() -> job.readToTheEnd(Loss.REFUSED))
                .hasMessage("Cannot continue topic expired: offsets 5 to 7 of topic expired, partition 0, were deleted"
                        + " before they were read; with --accept-loss this is put on record and reading goes on behind"
                        + " them");
        job.readToTheEnd(Loss.ACCEPTED);
        assertThat(job.number("select count(*) from repairs")).isEqualTo(7);
        assertThat(job.number("select count(*) from rejected_records where reason = 'E_RECORDS_LOST' and seen_at = 5"))
                .isEqualTo(1);
        assertThat(job.number("select sum(rejected) from intake_accounts")).isEqualTo(3);
        assertThat(job.number("select sum(read_records) from intake_accounts")).isEqualTo(10);
        job.verify();
        job.readToTheEnd(Loss.REFUSED);
    }

    private static TopicJob job(String topic, int partitions, int parallelism) throws Exception {
        kafka.create(Set.of(topic), partitions);
        return new TopicJob(
                Files.createDirectory(folder.resolve("job-" + topic)), kafka, topic, parallelism, StateKind.HEAP);
    }

    private static void refused(TopicJob job, Path checkpoint, String why) {
        assertThatThrownBy(() -> job.start(new StartWish.Checkpoint(checkpoint)))
                .hasMessageStartingWith("Cannot ")
                .hasMessageContaining(checkpoint + ": " + why)
                .hasMessageContaining("; start with --rebuild");
    }

    private static Path copy(Path checkpoint, String name) throws Exception {
        Path copy = Files.createDirectory(folder.resolve(name));
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    /** Cuts all checkpoints short, as a full disk or a power cut does. */
    private static void tear(Path checkpoints) throws Exception {
        try (Stream<Path> files = Files.walk(checkpoints)) {
            for (Path file : files.filter(each -> each.endsWith("_metadata")).toList()) {
                byte[] half = Files.readAllBytes(file);
                Files.write(file, java.util.Arrays.copyOf(half, half.length / 2), StandardOpenOption.TRUNCATE_EXISTING);
            }
        }
    }
}
