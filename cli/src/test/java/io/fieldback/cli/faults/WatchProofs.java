// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.delivery.FakeReceiver;
import io.fieldback.cli.embedded.EmbeddedKafka;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import io.fieldback.simulator.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that are killed while they judge, by {@code -Pproofs}: the alerts are those of a job that nothing disturbed,
 * and the receiver has each change. Two jobs read one topic, a stretch of days at a time: one in peace, the other killed
 * (SIGKILL) at random moments of its first look, and then at each fault point of a look beside a job that runs on.
 */
class WatchProofs {
    private static final long SEED = Long.getLong("fieldback.seed", 42);
    private static final int EVENTS = 30_000;
    private static final int PATIENCE_SECONDS = 300;
    private static final int RANDOM_KILLS = 5;
    private static final int LOOK_MILLIS = 5_000;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String TOPIC = "events";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A first load of a year and a half, which is history to everybody. */
    private static final LocalDate LOADED = LocalDate.parse("2025-07-14");

    /** Stretches in which there is something to tell, by the day on which they are read. */
    private static final Map<LocalDate, FaultPoint> STRETCHES = new TreeMap<>(Map.of(
            LocalDate.parse("2025-07-22"), FaultPoint.LOOK_WRITTEN,
            LocalDate.parse("2025-08-04"), FaultPoint.LOOK_STAGED,
            LocalDate.parse("2025-08-20"), FaultPoint.LOOK_PUBLISHED));

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void whoeverDiesWhileJudgingLeavesTheAlertsOfAJobThatNothingDisturbed() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start();
                FakeReceiver receiver = new FakeReceiver();
                FakeReceiver other = new FakeReceiver()) {
            kafka.create(Set.of(TOPIC), 1);
            TopicFeed feed = new TopicFeed(kafka.servers(), TOPIC, Simulation.of(SEED, EVENTS));
            LookingJob smooth = job("smooth", kafka, other);
            LookingJob killed = job("killed", kafka, receiver);
            feed.until(noon(LOADED));
            end(smooth.load(noon(LOADED)));
            load(killed, feed.sent());
            for (LookingJob each : List.of(smooth, killed)) {
                end(each.deliver(noon(LOADED)));
            }
            for (Map.Entry<LocalDate, FaultPoint> stretch : STRETCHES.entrySet()) {
                Instant now = noon(stretch.getKey());
                feed.until(now);
                judge(smooth, other, now, null);
                judge(killed, receiver, now, stretch.getValue());
                same(smooth, killed, Tables.ALERTS);
                same(smooth, killed, Tables.WATCH_TICKS);
            }
            List<String> changes = killed.changes(noon(LOADED));
            assertThat(told(receiver)).containsAll(changes).doesNotHaveDuplicates();
            assertThat(changes).hasSizeGreaterThan(STRETCHES.size());
            System.out.println(changes.size() + " changes told, each by its id");
        }
    }

    private static void same(LookingJob smooth, LookingJob killed, Table table) {
        List<String> missing = smooth.rows(table);
        List<String> more = killed.rows(table);
        assertThat(missing).as("rows of %s", table.name()).isNotEmpty();
        killed.rows(table).forEach(missing::remove);
        smooth.rows(table).forEach(more::remove);
        assertThat(missing)
                .as("seed %d, %s that only the undisturbed job has", SEED, table.name())
                .isEmpty();
        assertThat(more)
                .as("seed %d, %s that only the killed job has", SEED, table.name())
                .isEmpty();
    }

    /** The first load, whose process is killed again and again while it judges. */
    private void load(LookingJob job, long records) throws Exception {
        int inTheMiddle = 0;
        for (int kill = 0; kill < RANDOM_KILLS; kill++) {
            try (ChildJvm process = job.load(noon(LOADED))) {
                LookingJob.await("all records", process, () -> job.covered() == records);
                Thread.sleep(random.nextInt(LOOK_MILLIS));
                boolean alive = process.isAlive();
                process.kill();
                boolean judged = job.judged().isAfter(LocalDate.MIN);
                System.out.println(
                        "killed " + (alive ? judged ? "after" : "before the end of" : "too late for") + " a look");
                inTheMiddle += alive && !judged ? 1 : 0;
            }
        }
        assertThat(inTheMiddle).as("kills before the look was published").isPositive();
        end(job.load(noon(LOADED)));
    }

    /** Judges the days that are over; the first process, if it is to, stands still in the look and is killed. */
    private void judge(LookingJob job, FakeReceiver receiver, Instant now, @Nullable FaultPoint stand)
            throws Exception {
        LocalDate last = LocalDate.ofInstant(now, ZONE).minusDays(1);
        if (stand != null) {
            LocalDate before = job.judged();
            try (ChildJvm process = job.run(now, stand)) {
                LookingJob.await(stand.name(), process, () -> printed(process).contains(JobProcess.STANDS + stand));
                process.kill();
            }
            assertThat(job.judged()).as(stand.name()).isEqualTo(stand == FaultPoint.LOOK_PUBLISHED ? last : before);
        }
        try (ChildJvm process = job.run(now, null)) {
            LookingJob.await("day " + last, process, () -> job.judged().equals(last));
            List<String> changes = job.changes(noon(LOADED));
            LookingJob.await("all changes", process, () -> told(receiver).containsAll(changes));
            process.end();
        }
    }

    private LookingJob job(String name, EmbeddedKafka kafka, FakeReceiver receiver) {
        return new LookingJob(folder.resolve(name), kafka.servers(), TOPIC, receiver.url("/"));
    }

    private static void end(ChildJvm process) throws Exception {
        try (process) {
            assertThat(process.exit(PATIENCE_SECONDS)).as(process.printed()).isZero();
        }
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
    }

    private static Set<String> told(FakeReceiver receiver) {
        return receiver.received().stream().map(WatchProofs::id).collect(Collectors.toSet());
    }

    private static String id(FakeReceiver.Received received) {
        try {
            return JSON.readTree(received.body()).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String printed(ChildJvm process) {
        try {
            return process.printed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
