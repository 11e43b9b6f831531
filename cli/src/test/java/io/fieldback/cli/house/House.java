// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;

/** The project as these tests look at it: its classes without the tests, and its root folder. */
final class House {
    /** All classes of all modules, read once. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.fieldback");

    /** The folder that holds the modules. */
    static final Path ROOT = root();

    private House() {}

    /** The name of the file a class stands in, without `.java`: nested classes count as their outermost one. */
    static String file(JavaClass type) {
        return type.getEnclosingClass().map(House::file).orElseGet(type::getSimpleName);
    }

    /** The module a class belongs to: the word after `io.fieldback`. */
    static String module(HasName type) {
        String[] words = type.getName().split("\\.", -1);
        return words.length > 3 ? words[2] : "";
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
