// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.fieldback.schemas.table.Column;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps docs/glossary.md and the code in step. */
class GlossaryTest {
    private static final Pattern ROW = Pattern.compile("\\| ([^|]*) \\| `([^`|]+)` \\| [^|]+ \\| [^|]+ \\|");

    @Test
    void everyIdentifierIsInTheCode() throws IOException {
        Set<String> known = words();
        assertThat(rows())
                .extracting(row -> row.group(2))
                .allSatisfy(identifier -> assertThat(known).contains(identifier));
    }

    @Test
    void everyTermStandsOnceWithItsIdentifier() throws IOException {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(rows()).extracting(row -> row.group(1)).doesNotHaveDuplicates();
        assertThat(rows()).extracting(row -> row.group(2)).doesNotHaveDuplicates();
    }

    private static List<Matcher> rows() throws IOException {
        List<Matcher> rows = new ArrayList<>();
        for (String line : Files.readAllLines(House.ROOT.resolve("docs/glossary.md"))) {
            if (line.startsWith("|") && !line.startsWith("|---") && !line.startsWith("| 术语")) {
                Matcher row = ROW.matcher(line);
                assertThat(row.matches()).as("has four columns: " + line).isTrue();
                rows.add(row);
            }
        }
        return rows;
    }

    /** Every word the schemas define: records and their fields, codes and their values, tables and their columns. */
    private static Set<String> words() {
        Set<String> words = new HashSet<>();
        for (JavaClass type : House.CLASSES) {
            if (House.module(type).equals("schemas")) {
                addType(words, type.reflect());
            }
        }
        List<Table> tables = new ArrayList<>(Tables.all());
        tables.add(Tables.INTAKE_ACCOUNTS);
        for (Table table : tables) {
            words.add(table.name());
            for (Column column : table.columns()) {
                words.add(table.name() + "." + column.name());
            }
        }
        return words;
    }

    private static void addType(Set<String> words, Class<?> type) {
        words.add(type.getSimpleName());
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                words.add(type.getSimpleName() + "." + component.getName());
            }
        }
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                words.add(type.getSimpleName() + "." + ((Enum<?>) constant).name());
            }
        }
    }
}
