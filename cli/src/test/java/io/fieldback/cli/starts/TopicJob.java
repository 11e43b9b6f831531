// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.starts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.embedded.EmbeddedKafka;
import io.fieldback.cli.embedded.SharedFlink;
import io.fieldback.jobs.FeedbackJob;
import io.fieldback.jobs.JobSettings;
import io.fieldback.jobs.StrictFlink;
import io.fieldback.jobs.WarehouseStart;
import io.fieldback.jobs.kafka.KafkaIntake;
import io.fieldback.jobs.kafka.Loss;
import io.fieldback.jobs.start.StartPoint;
import io.fieldback.jobs.start.StartWish;
import io.fieldback.jobs.start.StateKind;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.reading.EpochViews;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import io.fieldback.reports.verify.Check;
import io.fieldback.reports.verify.Verification;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A warehouse and the topic it is read from, by one process after another. */
record TopicJob(Path folder, EmbeddedKafka kafka, String topic, int parallelism, StateKind state) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Instant DAY = Instant.parse("2026-01-10T00:00:00Z");

    /** A job that runs, and what it began with. */
    record Running(JobClient client, StartPoint point) {}

    JobSettings settings(StartWish wish) {
        return new JobSettings(
                folder.resolve("warehouse"),
                ZONE,
                new PseudonymKey(new byte[32], "h1"),
                parallelism,
                Duration.ofMillis(300),
                folder.resolve("checkpoints"),
                "test",
                "test",
                Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZONE),
                state,
                wish);
    }

    KafkaIntake intake(boolean untilEnd, Loss loss) {
        Map<String, String> client = Map.of("partition.discovery.interval.ms", "500");
        return new KafkaIntake(kafka.servers(), List.of(topic), untilEnd, Map.of(), client, loss);
    }

    /** Starts a process that reads on and on. */
    Running start(StartWish wish) throws Exception {
        JobSettings settings = settings(wish);
        KafkaIntake intake = intake(false, Loss.REFUSED);
        WarehouseStart start = FeedbackJob.start(settings, intake);
        return new Running(FeedbackJob.run(settings, start, intake, flink(settings)), start.point());
    }

    /** Reads what is there and ends. */
    void readToTheEnd(Loss loss) throws Exception {
        JobSettings settings = settings(new StartWish.Fastest());
        KafkaIntake intake = intake(true, loss);
        WarehouseStart start = FeedbackJob.start(settings, intake);
        FeedbackJob.run(settings, start, intake, flink(settings))
                .getJobExecutionResult()
                .get();
    }

    private static StreamExecutionEnvironment flink(JobSettings settings) throws Exception {
        StreamExecutionEnvironment local = StrictFlink.local(settings);
        return settings.state() == StateKind.HEAP ? SharedFlink.instead(local) : local;
    }

    static void stop(Running job) throws Exception {
        job.client().cancel().get();
        try {
            job.client().getJobExecutionResult().get();
        } catch (ExecutionException | CompletionException cancelled) {
            assertThat(cancelled).isNotNull();
        }
    }

    /** Sends repairs whose numbers are {@code from} and those after it, to one partition. */
    void send(int partition, int from, int count, Instant at) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.servers()), new StringSerializer(), new ByteArraySerializer())) {
            for (int number = from; number < from + count; number++) {
                String json = "{\"type\":\"repair\",\"id\":\"R-" + number + "\",\"source\":\"erp\","
                        + "\"failedOn\":\"2026-01-0" + (1 + number % 9) + "\",\"productModel\":\"M" + number % 3
                        + "\",\"faults\":[{\"component\":\"C\"}]}";
                producer.send(new ProducerRecord<>(
                                topic,
                                partition,
                                at.toEpochMilli(),
                                "R-" + number,
                                json.getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
        }
    }

    void send(int partition, int from, int count) throws Exception {
        send(partition, from, count, DAY);
    }

    Warehouse warehouse() {
        return Warehouse.open(folder.resolve("warehouse"));
    }

    /** Waits until an epoch covers so many records. */
    Epoch await(long records) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Epoch> newest = warehouse().newestEpoch();
            if (newest.isPresent()
                    && EpochJson.positions(newest.get().positionsJson()).stream()
                                    .mapToLong(Progress::next)
                                    .sum()
                            >= records) {
                return newest.get();
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No epoch covers " + records + " records after " + PATIENCE);
    }

    /** The newest checkpoint that was kept. */
    Path checkpoint() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("checkpoints"))) {
            return files.filter(file -> file.getFileName().toString().equals("_metadata"))
                    .max(Comparator.comparing((Path file) -> file.toFile().lastModified())
                            .thenComparing(file -> Integer.parseInt(
                                    file.getParent().getFileName().toString().substring(4))))
                    .orElseThrow()
                    .getParent();
        }
    }

    /** One number out of the newest epoch. */
    long number(String sql) throws Exception {
        try (Connection views =
                        EpochViews.open(warehouse(), warehouse().newestEpoch().orElseThrow(), Optional.empty());
                Statement statement = views.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    void verify() throws Exception {
        try (Connection views =
                EpochViews.open(warehouse(), warehouse().newestEpoch().orElseThrow(), Optional.empty())) {
            assertThat(Verification.of(views, ZONE)).isNotEmpty().allMatch(Check::ok);
        }
    }
}
