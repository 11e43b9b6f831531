// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.faults.oracle.Oracle;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.fault.FaultPoint;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** A broker and the command in processes of their own, fed all the time, watched by a reader, killed by a test. */
final class Processes implements AutoCloseable {
    /** No wait is longer: what takes more has failed. */
    static final long PATIENCE_SECONDS = 240;

    private static final int PARTITIONS = 2;

    private final Path folder;
    private final Path warehouse;
    private final Path checkpoints;
    private final int port = freePort();
    private final int controller = freePort();
    private final Feeder feeder;
    private final EpochReader reader;
    private final List<Long> recoveries = new ArrayList<>();
    private ChildJvm broker;
    private @Nullable ChildJvm job;
    private long killedAt;
    private long killedEpoch;

    Processes(Path folder, Path warehouse, Path checkpoints, List<RawRecord> records) throws Exception {
        this.folder = folder;
        this.warehouse = warehouse;
        this.checkpoints = checkpoints;
        Files.createDirectories(folder.resolve("broker"));
        this.broker = startBroker();
        createTopics(records.stream().map(RawRecord::seenIn).collect(Collectors.toSet()));
        this.reader = new EpochReader(warehouse, new Everything(records.size()), records.size()).start();
        this.feeder = new Feeder("127.0.0.1:" + port, records, reader::unread).start();
    }

    EpochReader reader() {
        return reader;
    }

    /** Milliseconds from each kill to the next epoch. */
    List<Long> recoveries() {
        return recoveries;
    }

    /** All that jobs have printed. */
    String printed() throws IOException {
        return Files.readString(folder.resolve("job.log"));
    }

    /** Starts the command as a user would. {@code haltAt} is where it dies by itself, or null. */
    ChildJvm startJob(@Nullable FaultPoint haltAt) throws IOException {
        ChildJvm started = ChildJvm.start(
                folder.resolve("job.log"),
                haltAt == null ? Map.of() : Map.of(JobProcess.HALT_AT, haltAt.name()),
                JobProcess.class,
                "ingest",
                "--kafka",
                "127.0.0.1:" + port,
                "--warehouse",
                warehouse,
                "--checkpoints",
                checkpoints,
                "--epoch-seconds",
                1);
        job = started;
        return started;
    }

    /** SIGKILL to the job that was started last. */
    void killJob() throws InterruptedException {
        ChildJvm running = job;
        if (running != null) {
            running.kill();
            killed();
        }
    }

    /** Waits for so many epochs more than there are. */
    void awaitEpochs(long more) throws InterruptedException {
        long wanted = reader.epoch() + more;
        await("epoch " + wanted, () -> reader.epoch() >= wanted);
    }

    /** Notes that something was killed now. */
    void killed() {
        killedAt = System.nanoTime();
        killedEpoch = reader.epoch();
    }

    /** Waits for the first epoch after what was noted by {@link #killed()}, and notes how long it took. */
    void awaitRecovery() throws InterruptedException {
        await("an epoch after " + killedEpoch, () -> reader.seenAfter(killedEpoch) != null);
        Long seen = reader.seenAfter(killedEpoch);
        recoveries.add(((seen == null ? System.nanoTime() : seen) - killedAt) / 1_000_000);
    }

    /** Kills the broker and starts it again on the same folder and port. */
    void killBroker() throws Exception {
        broker.kill();
        killed();
        broker = startBroker();
    }

    /** Sends all that is left, waits until it is read, ends the job; every epoch is held against the oracle. */
    List<Breach> finish() throws Exception {
        List<RawRecord> log = feeder.finish();
        await("the end of the topics", () -> reader.unread() == 0);
        ChildJvm last = job;
        if (last != null) {
            last.end();
        }
        reader.close();
        Oracle oracle = new Oracle(log, PseudonymKey.load(Map.of(), folder), Campaign.ZONE);
        Warehouse tables = Warehouse.open(warehouse);
        List<Breach> breaches = new ArrayList<>(reader.breaches());
        for (Epoch epoch : tables.epochs()) {
            breaches.addAll(oracle.breaches(tables, epoch));
        }
        breaches.addAll(oracle.verdict(tables));
        return breaches;
    }

    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited for " + what + " in vain; newest epoch " + reader.epoch() + ", unread "
                        + reader.unread() + "\n" + logOrNothing());
            }
            Thread.sleep(5);
        }
    }

    private String logOrNothing() {
        try {
            return printed();
        } catch (IOException e) {
            return "";
        }
    }

    private ChildJvm startBroker() throws Exception {
        Path log = folder.resolve("broker.log");
        long before = Files.exists(log) ? count(log) : 0;
        ChildJvm started =
                ChildJvm.start(log, Map.of(), BrokerProcess.class, folder.resolve("broker"), port, controller);
        long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (count(log) == before) {
            if (!started.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("The broker does not start:\n" + Files.readString(log));
            }
            Thread.sleep(20);
        }
        return started;
    }

    private static long count(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(BrokerProcess.READY::equals)
                .count();
    }

    private void createTopics(Set<String> topics) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", "127.0.0.1:" + port))) {
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .collect(Collectors.toSet()))
                    .all()
                    .get();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("Cannot find a free port: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws Exception {
        if (job != null) {
            job.close();
        }
        broker.close();
        reader.close();
        feeder.close();
    }
}
