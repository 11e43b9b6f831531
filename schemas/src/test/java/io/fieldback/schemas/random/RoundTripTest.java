// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.random;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.privacy.ContentHash;
import io.fieldback.schemas.privacy.PseudonymKey;
import io.fieldback.schemas.shape.Shape;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.ColumnType;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.EventWriter;
import io.fieldback.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private static final int EVENTS = 500;

    private final EventReader reader = new EventReader(ZoneId.of("Asia/Shanghai"));
    private final ContentHash hashes = new ContentHash(new PseudonymKey(new byte[32], "h1"));

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAsTheSame(EventType type) {
        RandomEvents events = seeded(type);
        for (int i = 0; i < EVENTS; i++) {
            Event event = events.density(i % 11 / 10.0).next(type);
            byte[] json = EventWriter.write(event);
            Reading reading = reader.read(json);
            assertThat(reading)
                    .as(new String(json, StandardCharsets.UTF_8))
                    .isEqualTo(new Reading.Accepted(event, List.of(), null));
            assertThat(reader.read(json, type)).isEqualTo(reading);
            assertThat(hashes.of(((Reading.Accepted) reading).event())).isEqualTo(hashes.of(event));
        }
    }

    @ParameterizedTest
    @EnumSource
    void takenApartAndPutTogetherIsTheSame(EventType type) {
        RandomEvents events = seeded(type);
        for (int i = 0; i < EVENTS; i++) {
            Record event = (Record) events.next(type);
            assertThat(copy(event)).isEqualTo(event);
        }
    }

    @ParameterizedTest
    @EnumSource
    void journalRowsFitTheirTable(EventType type) {
        RandomEvents events = seeded(type);
        Table table = Journals.of(type);
        int own = table.columns().size() - Journals.TAIL.size();
        for (int i = 0; i < EVENTS; i++) {
            Object[] row = Journals.row((Record) events.next(type), Journals.TAIL.size());
            assertThat(row).hasSameSizeAs(table.columns());
            fits(table.columns().subList(0, own), row);
        }
    }

    private static RandomEvents seeded(EventType type) {
        long seed = 4711L + type.ordinal();
        System.out.println(type + ": seed " + seed);
        return new RandomEvents(seed);
    }

    private static <R extends Record> R copy(R record) {
        Shape<R> shape = Shape.of(record);
        return shape.create(shape.values(record));
    }

    private static void fits(List<Column> columns, Object[] row) {
        for (int i = 0; i < columns.size(); i++) {
            fits(columns.get(i), row[i]);
        }
    }

    private static void fits(Column column, Object value) {
        if (value == null) {
            assertThat(column.required()).as(column.name() + " is required").isFalse();
            return;
        }
        Class<?> wanted = switch (column.type()) {
            case TEXT -> String.class;
            case LONG -> Long.class;
            case DOUBLE -> Double.class;
            case BOOLEAN -> Boolean.class;
            case DATE -> LocalDate.class;
            case TIMESTAMP -> Instant.class;
            case BYTES -> byte[].class;
            case STRUCT -> Object[].class;
            case LIST -> List.class;
        };
        assertThat(value).as(column.name()).isInstanceOf(wanted);
        if (column.type() == ColumnType.STRUCT) {
            assertThat((Object[]) value).hasSameSizeAs(column.children());
            fits(column.children(), (Object[]) value);
        } else if (column.type() == ColumnType.LIST) {
            ((List<?>) value).forEach(item -> fits(column.children().get(0), item));
        }
    }
}
