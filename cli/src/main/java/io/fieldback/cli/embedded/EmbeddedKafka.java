// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka of one node, broker and controller in one, in this process. It listens on the loopback only. Unless told
 * otherwise it takes a free port and keeps its topics in a temporary folder that {@link #close} deletes.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";
    private static final int NODE = 1;

    private final String servers;
    private final KafkaRaftServer server;
    private final Path folder;
    private final boolean temporary;

    private EmbeddedKafka(String servers, KafkaRaftServer server, Path folder, boolean temporary) {
        this.servers = servers;
        this.server = server;
        this.folder = folder;
        this.temporary = temporary;
    }

    /** Starts a broker and waits until it serves. */
    public static EmbeddedKafka start() throws IOException {
        Path folder = Files.createTempDirectory("fieldback-kafka-");
        try {
            return start(folder, freePort(), freePort(), true);
        } catch (IOException | RuntimeException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    /**
     * Starts a broker on the topics that an earlier one left in a folder, or on none if the folder is empty. They stay
     * when it is closed.
     *
     * @param port where clients reach it
     * @param controller a second port, for itself
     */
    public static EmbeddedKafka start(Path folder, int port, int controller) throws IOException {
        return start(folder, port, controller, false);
    }

    private static EmbeddedKafka start(Path folder, int port, int controller, boolean temporary) throws IOException {
        String servers = HOST + ":" + port;
        try {
            if (!Files.exists(folder.resolve("meta.properties"))) {
                format(folder);
            }
            KafkaRaftServer server =
                    new KafkaRaftServer(new KafkaConfig(settings(folder, port, controller), false), Time.SYSTEM);
            server.startup();
            return new EmbeddedKafka(servers, server, folder, temporary);
        } catch (IOException | RuntimeException e) {
            throw new IOException("Cannot start Kafka on " + servers + ": " + e.getMessage(), e);
        }
    }

    /** Bootstrap servers for clients, {@code host:port}. */
    public String servers() {
        return servers;
    }

    /** Makes topics. Throws if one exists. */
    public void create(Set<String> topics, int partitions) throws IOException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
            Set<NewTopic> wanted = topics.stream()
                    .map(topic -> new NewTopic(topic, partitions, (short) 1))
                    .collect(Collectors.toSet());
            admin.createTopics(wanted).all().get();
        } catch (ExecutionException e) {
            throw new IOException("Cannot create topics " + topics + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Cannot create topics " + topics + ": interrupted", e);
        }
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    private static void format(Path folder) throws IOException {
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setDirectories(Set.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(CONTROLLER)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Cannot format folder " + folder + " for Kafka: " + e.getMessage(), e);
        }
    }

    private static Map<String, String> settings(Path folder, int port, int controller) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", Integer.toString(NODE)),
                Map.entry("controller.quorum.voters", NODE + "@" + HOST + ":" + controller),
                Map.entry("controller.listener.names", CONTROLLER),
                Map.entry(
                        "listeners",
                        "PLAINTEXT://" + HOST + ":" + port + "," + CONTROLLER + "://" + HOST + ":" + controller),
                Map.entry("advertised.listeners", "PLAINTEXT://" + HOST + ":" + port),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                Map.entry("log.dirs", folder.toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // Records carry the time of the event: years ago, or ahead of a slow clock. None may be refused,
                // expire, or open a new segment a week.
                Map.entry("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)),
                Map.entry("log.retention.ms", "-1"),
                Map.entry("log.roll.ms", Long.toString(Long.MAX_VALUE)),
                Map.entry("log.cleaner.enable", "false"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }
}
