// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import io.fieldback.schemas.wire.JsonSchemas;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoldenTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/io/fieldback/schemas/json");
    private static final Path TABLES = Path.of("src/test/resources/tables");
    private static final Path DOCS = Path.of("../docs");

    @ParameterizedTest
    @EnumSource
    void schemasAreCommittedAsTheRecordsSay(EventType type) throws IOException {
        Golden.check(SCHEMAS.resolve(JsonSchemas.file(type)), JsonSchemas.of(type));
    }

    @Test
    void noSchemaIsLeftOfATypeThatIsGone() {
        if (!Golden.update()) {
            assertThat(SCHEMAS.toFile().list()).hasSize(EventType.values().length);
        }
    }

    @Test
    void tablesAreCommittedAsTheCodeSays() throws IOException {
        for (Table table : Tables.all()) {
            Golden.check(TABLES.resolve(table.name() + ".txt"), EventPages.lines(table));
        }
        assertThat(TABLES.toFile().list()).hasSize(Tables.all().size());
    }

    @Test
    void referencePagesSayWhatTheCodeSays() throws IOException {
        Golden.check(DOCS.resolve("events.md"), EventPages.events());
        Golden.check(DOCS.resolve("tables.md"), EventPages.tables());
    }
}
