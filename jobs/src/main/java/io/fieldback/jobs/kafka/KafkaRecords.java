// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.kafka;

import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.schemas.event.EventType;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Kafka records as they are; nothing is decoded here, so nothing can fail here. */
final class KafkaRecords implements KafkaRecordDeserializationSchema<RawRecord> {
    private static final long serialVersionUID = 1;
    private static final String PREFIX = "fieldback.";
    private static final String SUFFIX = ".v1";

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawRecord> out) {
        out.collect(new RawRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                typeHint(record),
                record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                record.value()));
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }

    /** The type that a CloudEvent in binary mode names, else the one the topic is for. */
    private static @Nullable String typeHint(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader("ce_type");
        String name = header == null || header.value() == null
                ? record.topic()
                : new String(header.value(), StandardCharsets.UTF_8);
        int prefix = name.indexOf(PREFIX);
        String bare = prefix < 0 ? name : name.substring(prefix + PREFIX.length());
        String type = bare.endsWith(SUFFIX) ? bare.substring(0, bare.length() - SUFFIX.length()) : bare;
        return EventType.ofWire(type) == null ? null : type;
    }
}
