// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of reports that no compiler reads: SQL models say what they are, and both languages say the same. */
class SqlModelsTest {
    private static final String[] HEADER = {"question", "grain", "parameters"};

    private static final Path RESOURCES = House.ROOT.resolve("reports/src/main/resources/io/fieldback/reports");

    @ParameterizedTest
    @MethodSource("models")
    void modelOpensWithQuestionGrainAndParameters(Path model) throws IOException {
        List<String> header = Files.readAllLines(model).stream()
                .takeWhile(line -> line.startsWith("--"))
                .filter(line -> line.matches("-- [a-z]+: .*"))
                .map(line -> line.replaceAll("-- ([a-z]+): .*", "$1"))
                .toList();
        boolean check = model.toString().contains("verify");
        // A check is asked of the whole warehouse: its grain is in its question, and it has no parameters.
        assertThat(header).containsSubsequence(check ? new String[] {"question"} : HEADER);
    }

    @Test
    void bothLanguagesHaveTheSameMessagesWithTheSameGaps() throws IOException {
        Properties english = messages("text/messages_en.properties");
        Properties chinese = messages("text/messages_zh.properties");
        assertThat(chinese.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(gaps(chinese.getProperty(key)))
                        .as("placeholders of " + key)
                        .isEqualTo(gaps(english.getProperty(key))));
    }

    static List<Path> models() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /** The placeholders of a message in the order of their numbers: languages may place them differently. */
    private static List<String> gaps(String message) {
        return Pattern.compile("\\{\\d+")
                .matcher(message)
                .results()
                .map(gap -> gap.group())
                .distinct()
                .sorted()
                .toList();
    }

    private static Properties messages(String file) throws IOException {
        Properties messages = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(file))) {
            messages.load(reader);
        }
        return messages;
    }
}
