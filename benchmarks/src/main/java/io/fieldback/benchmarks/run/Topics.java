// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.benchmarks.events.MadeEvent;
import io.fieldback.benchmarks.events.MadeEvents;
import io.fieldback.benchmarks.events.Templates;
import io.fieldback.cli.topics.EventSender;
import io.fieldback.cli.topics.EventTopics;
import io.fieldback.jobs.kafka.KafkaIntake;
import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** Topics of a broker of their own, filled with events: one a type, lz4, keyed by case. */
public final class Topics implements AutoCloseable {
    private static final int PARTITIONS = 4;

    /**
     * On a machine that is busy a producer that has several requests under way to a topic just made may wait for one of
     * them for ever.
     */
    private static final Map<String, String> ONE_AT_A_TIME = Map.of("max.in.flight.requests.per.connection", "1");

    private final BrokerProcess broker;
    private long records;
    private long bytes;

    private Topics(BrokerProcess broker) {
        this.broker = broker;
    }

    /** Topics with events in them. */
    public static Topics with(Path data, MadeEvents events) throws IOException {
        Topics topics = new Topics(BrokerProcess.start(data));
        topics.create();
        topics.send(events);
        return topics;
    }

    /** Sends more events. */
    public void send(MadeEvents events) throws IOException {
        Map<EventType, String> names = new EnumMap<>(EventType.class);
        Templates.types().forEach(type -> names.put(type, EventTopics.of(type)));
        try (EventSender sender = new EventSender(broker.servers(), ONE_AT_A_TIME)) {
            for (MadeEvent event : events) {
                sender.send(names.getOrDefault(event.type(), ""), event.id(), event.json(), event.receivedAt());
                records++;
                bytes += event.json().length;
            }
            sender.finish();
        }
    }

    /** The broker. */
    public BrokerProcess broker() {
        return broker;
    }

    /** Records sent. */
    public long records() {
        return records;
    }

    /** Mean size of an event, bytes. */
    public double meanBytes() {
        return (double) bytes / records;
    }

    /** How the job reads them: to the end they have now, or on and on. */
    public KafkaIntake intake(boolean untilEnd) {
        return new KafkaIntake(broker.servers(), names(), untilEnd, Map.of(), Map.of());
    }

    /** Names of the topics. */
    public List<String> names() {
        return Templates.types().stream().map(EventTopics::of).toList();
    }

    private void create() throws IOException {
        List<NewTopic> wanted = new ArrayList<>();
        names().forEach(name -> wanted.add(new NewTopic(name, PARTITIONS, (short) 1)));
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", broker.servers()))) {
            admin.createTopics(wanted).all().get();
            Map<TopicPartition, OffsetSpec> all = new HashMap<>();
            for (String name : names()) {
                for (int partition = 0; partition < PARTITIONS; partition++) {
                    all.put(new TopicPartition(name, partition), OffsetSpec.latest());
                }
            }
            // Answered once each partition has a leader.
            admin.listOffsets(all).all().get();
        } catch (ExecutionException e) {
            throw new IOException("Cannot create topics: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Cannot create topics: interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        broker.close();
    }
}
