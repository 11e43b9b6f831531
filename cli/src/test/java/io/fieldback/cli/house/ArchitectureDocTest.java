// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page names in backticks exists: a folder, a file, a package, a class, a table or a field of an event. */
class ArchitectureDocTest {
    private static final Pattern NAMED = Pattern.compile("`([^`\n]+)`");

    /** Commands, options, SQL and the like: shown, not looked up. */
    private static final Pattern SHOWN =
            Pattern.compile("(fieldback|rebuild-ledgers|main|secondComplaint|\\./|-|sum\\(|catalog\\.db).*");

    private static final Set<String> CLASSES = classes();
    private static final Set<String> WORDS = words();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/architecture.md",
                "docs/designs/entries.md",
                "docs/designs/units.md",
                "docs/designs/epoch.md",
                "CONTRIBUTING.md"
            })
    void pageNamesOnlyWhatExists(String page) throws IOException {
        List<String> names = NAMED.matcher(Files.readString(House.ROOT.resolve(page)))
                .results()
                .map((MatchResult named) -> named.group(1))
                .toList();
        assertThat(names).isNotEmpty();
        assertThat(names.stream().filter(name -> !exists(name)))
                .as("named in " + page)
                .isEmpty();
    }

    private static boolean exists(String name) {
        return SHOWN.matcher(name).matches()
                || CLASSES.contains(name)
                || WORDS.contains(name)
                || Files.exists(House.ROOT.resolve(name));
    }

    /** Simple names of all classes and tests, `@` names of annotations, and packages from the module's name on. */
    private static Set<String> classes() {
        Stream<String> types = House.CLASSES.stream()
                .flatMap(type -> Stream.of(type.getSimpleName(), inPackage(type), packageOf(type)));
        return Stream.concat(Stream.concat(types, tests()), Stream.of("@NullMarked", "@Doc", "@Also"))
                .collect(Collectors.toSet());
    }

    private static String inPackage(JavaClass type) {
        return type.getPackageName().replaceFirst(".*\\.", "") + "." + type.getSimpleName();
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().replaceFirst("^io\\.fieldback\\.", "");
    }

    private static Stream<String> tests() {
        try (Stream<Path> modules = Files.list(House.ROOT)) {
            return modules
                    .map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ArchitectureDocTest::testsIn)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> testsIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tables, columns, and fields of the envelope as JSON has them. */
    private static Set<String> words() {
        Stream<String> tables = Tables.all().stream()
                .flatMap(table -> Stream.concat(
                        Stream.of(table.name()), table.columns().stream().map(column -> column.name())));
        Stream<String> fields = Stream.of(EventType.values())
                .flatMap(type -> type.shape().fields().stream())
                .map(field -> field.name());
        return Stream.concat(Stream.concat(tables, fields), Stream.of("intake_accounts"))
                .collect(Collectors.toSet());
    }
}
