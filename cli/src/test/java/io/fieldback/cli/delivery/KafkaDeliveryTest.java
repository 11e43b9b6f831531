// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.Run;
import io.fieldback.cli.alerts.AlertWarehouse;
import io.fieldback.cli.alerts.SomeChange;
import io.fieldback.cli.embedded.EmbeddedKafka;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.Change;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes go to a topic and decisions come from one, through a real broker. */
class KafkaDeliveryTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");
    private static final String DECISIONS = "fieldback.alert-decision.v1";
    private static final String ALERTS = "fieldback.alerts.v1";

    @TempDir
    Path folder;

    @Test
    void changesAreKeyedByTheirAlertAndDecisionsGoToTheTopicOfTheJob() throws Exception {
        AlertWarehouse alerts = new AlertWarehouse(folder.resolve("warehouse"), AT);
        AlertChange opened = SomeChange.rate("PUMP", Change.OPENED, AT);
        AlertChange worsened = SomeChange.rate("PUMP", Change.WORSENED, AT.plusSeconds(1));
        alerts.publish(AT, opened, worsened);
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            kafka.create(Set.of(ALERTS, DECISIONS), 1);
            try (Deliverer deliverer = Deliverer.of(
                    alerts.folder(),
                    new HandClock(AT),
                    "channels:\n  - {name: topic, type: kafka, servers: '" + kafka.servers() + "'}")) {
                deliverer.run();
                assertThat(deliverer.said).isEmpty();
                assertThat(deliverer.waiting()).isZero();
            }
            List<ConsumerRecord<String, String>> told = read(kafka.servers(), ALERTS, 2);
            assertThat(told).extracting(ConsumerRecord::key).containsOnly(opened.alertId());
            assertThat(told)
                    .extracting(each ->
                            new ObjectMapper().readTree(each.value()).path("id").asText())
                    .containsExactly(opened.changeId(), worsened.changeId());
            assertThat(new String(
                            told.get(0).headers().lastHeader("content-type").value(), StandardCharsets.UTF_8))
                    .startsWith("application/cloudevents+json");

            Run ack = Run.of(
                    folder,
                    "alerts",
                    "link",
                    opened.alertId(),
                    "8D-17",
                    "--by",
                    "wang",
                    "--warehouse",
                    alerts.folder(),
                    "--bootstrap-servers",
                    kafka.servers(),
                    "--lang",
                    "en");
            assertThat(ack.err())
                    .isEqualTo("The decision about alert " + opened.alertId()
                            + " by wang is sent; the job takes it with its next epoch.\n");
            ConsumerRecord<String, String> decision =
                    read(kafka.servers(), DECISIONS, 1).get(0);
            JsonNode event = new ObjectMapper().readTree(decision.value());
            assertThat(decision.key()).isEqualTo(event.path("id").asText()).startsWith("link-" + opened.alertId());
            assertThat(event.path("type").asText()).isEqualTo("alert-decision");
            assertThat(event.path("kind").asText()).isEqualTo("link");
            assertThat(event.path("actionId").asText()).isEqualTo("8D-17");
            assertThat(event.path("decidedBy").asText()).isEqualTo("wang");
        }
    }

    private static List<ConsumerRecord<String, String>> read(String servers, String topic, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers), new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<ConsumerRecord<String, String>> records = List.of();
            for (int i = 0; i < 60 && records.size() < count; i++) {
                consumer.seekToBeginning(List.of(partition));
                records = consumer.poll(Duration.ofSeconds(1)).records(partition);
            }
            return records;
        }
    }
}
