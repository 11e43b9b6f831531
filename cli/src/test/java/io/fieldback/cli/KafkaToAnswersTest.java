// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.embedded.EmbeddedKafka;
import io.fieldback.cli.topics.EventTopics;
import io.fieldback.imports.guess.Guess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook through the topics of a real broker gives what it gives by way of a file. */
class KafkaToAnswersTest {
    private static final Path SAMPLES = Run.root().resolve("samples");
    private static final String RECEIVED = "2026-01-10T08:00:00+08:00";
    private static final String CONTENT =
            "select id, event_on, known_on, content_hash, faults from repairs order by all";

    @TempDir
    Path home;

    @Test
    void topicsAndFilesGiveTheSameTables() throws Exception {
        Path mapping = home.resolve("repairs.map.yaml");
        Files.writeString(mapping, Guess.of(SAMPLES.resolve("repairs.xlsx")).toYaml(LocalDate.of(2026, 1, 10)));
        Path byTopic = home.resolve("by-topic");
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            kafka.create(Set.copyOf(EventTopics.all()), 3);
            Run sent = Run.of(
                    home,
                    "import",
                    SAMPLES.resolve("repairs.xlsx"),
                    "--map",
                    mapping,
                    "--kafka",
                    kafka.servers(),
                    "--received-at",
                    RECEIVED);
            assertThat(sent.err()).isEmpty();
            assertThat(sent.exit()).isZero();
            Run read = Run.of(home, "ingest", "--kafka", kafka.servers(), "--until-end", "--warehouse", byTopic);
            assertThat(read.err()).isEmpty();
            assertThat(read.exit()).isZero();
            Run again = Run.of(home, "ingest", "--kafka", kafka.servers(), "--until-end", "--warehouse", byTopic);
            assertThat(again.exit()).isZero();
            assertThat(again.out().lines()).as("nothing new is there").hasSize(1);
            Run status = Run.of(
                    home, "lake", "status", "--warehouse", byTopic, "--kafka", kafka.servers(), "--format", "json");
            assertThat(status.out()).contains("\"behind\" : 0").doesNotContain("\"behind\" : 1");
            try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka.servers()),
                    new ByteArraySerializer(),
                    new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>("fieldback.repair.v1", 0, null, new byte[] {'{', '}'}))
                        .get();
            }
            Run behind =
                    Run.of(home, "lake", "status", "--warehouse", byTopic, "--kafka", kafka.servers(), "--lang", "en");
            assertThat(behind.out()).contains("behind by").containsPattern("fieldback.repair.v1 +0 +\\d+ +1 ");
            Run none = Run.of(
                    home,
                    "ingest",
                    "--kafka",
                    kafka.servers(),
                    "--topic",
                    "no.such",
                    "--until-end",
                    "--warehouse",
                    byTopic);
            assertThat(none.exit()).isEqualTo(1);
            assertThat(none.err()).isEqualTo("Cannot read Kafka " + kafka.servers() + ": it has no topic no.such\n");
        }
        Path lines = home.resolve("events.ndjson.gz");
        Path byFile = home.resolve("by-file");
        Run.of(
                home,
                "import",
                SAMPLES.resolve("repairs.xlsx"),
                "--map",
                mapping,
                "--out",
                lines,
                "--received-at",
                RECEIVED);
        Run.of(home, "ingest", "--events", lines, "--warehouse", byFile);
        Run topic = Run.of(home, "query", "--warehouse", byTopic, "--format", "csv", CONTENT);
        Run file = Run.of(home, "query", "--warehouse", byFile, "--format", "csv", CONTENT);
        assertThat(topic.out().lines()).hasSize(601);
        assertThat(topic.out()).isEqualTo(file.out());
    }
}
