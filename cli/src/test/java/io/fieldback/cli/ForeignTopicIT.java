// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.embedded.EmbeddedKafka;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The change stream of another system's database, read by a mapping file from a real broker. */
class ForeignTopicIT {
    private static final String TOPIC = "erp.public.orders";
    private static final String MAPPING = """
            source:
              name: erp
              zone: Asia/Shanghai
            sheets:
              - sheet: "*"
                columns:
                  no: [order_no]
                  sn: [serial]
                  day: [failed_on]
                  part: [part]
                events:
                  - type: repair
                    id: "E-{no}"
                    fields:
                      serialNo: sn
                      failedOn: day
                      faults.component: part
            """;

    @TempDir
    Path home;

    @Test
    void changesAreVersionsAndDeletionsWithdraw() throws Exception {
        Path mapping = Files.writeString(home.resolve("erp.yaml"), MAPPING);
        Path warehouse = home.resolve("warehouse");
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            kafka.create(Set.of(TOPIC), 1);
            try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", kafka.servers()), new StringSerializer(), new ByteArraySerializer())) {
                send(producer, 1, "c", "null", order(1, "valve"));
                send(producer, 2, "c", "null", order(2, "board"));
                send(producer, 3, "u", order(1, "valve"), order(1, "pump"));
                send(producer, 4, "d", order(2, "board"), "null");
                send(producer, 5, "c", "null", "{\"order_no\":3,\"serial\":\"S3\",\"failed_on\":\"2026-02-30\"}");
            }
            Run read = Run.of(
                    home,
                    "ingest",
                    "--kafka",
                    kafka.servers(),
                    "--topic",
                    TOPIC,
                    "--map",
                    mapping,
                    "--until-end",
                    "--warehouse",
                    warehouse);
            assertThat(read.exit()).as(read.err()).isZero();
        }
        assertThat(query(warehouse, "select id, faults[1].component as part from repairs_current"))
                .isEqualTo("id,part\nE-1,pump\n");
        assertThat(query(warehouse, "select count(*) as contents from repairs")).isEqualTo("contents\n4\n");
        assertThat(query(
                        warehouse,
                        "select component, sum(orders) as orders from failure_ledger group by all"
                                + " having sum(orders) <> 0"))
                .isEqualTo("component,orders\npump,1\n");
        assertThat(query(warehouse, "select reason, source from rejected_records"))
                .isEqualTo("reason,source\nE_TIME_INVALID,erp\n");
        assertThat(Run.of(home, "verify", "--warehouse", warehouse).exit()).isZero();
    }

    private String query(Path warehouse, String sql) {
        return Run.of(home, "query", "--warehouse", warehouse, "--format", "csv", sql)
                .out()
                .replace("\r\n", "\n");
    }

    private static String order(int number, String part) {
        return "{\"order_no\":" + number + ",\"serial\":\"S" + number + "\",\"failed_on\":\"2026-01-0" + number
                + "\",\"part\":\"" + part + "\"}";
    }

    private static void send(KafkaProducer<String, byte[]> producer, int second, String op, String before, String after)
            throws Exception {
        long at = Instant.parse("2026-01-10T00:00:00Z").plusSeconds(second).toEpochMilli();
        String json = "{\"before\":" + before + ",\"after\":" + after + ",\"op\":\"" + op + "\",\"ts_ms\":" + at + "}";
        producer.send(new ProducerRecord<>(TOPIC, null, at, "k", json.getBytes(StandardCharsets.UTF_8)))
                .get();
    }
}
