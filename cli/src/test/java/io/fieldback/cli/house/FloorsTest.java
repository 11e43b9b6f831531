// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The stairs go down only, and the two wings of floor 2 meet at the tables.
 *
 * <p>When one of these fails: the class it names stands on the wrong floor, or knows too much. Move what it needs down
 * (words to `schemas`, mathematics to `statistics`), or hand it in from above; do not widen a rule to get past it.
 */
class FloorsTest {
    private static final String[] PLAIN = {"java..", "javax.crypto..", "org.jspecify.annotations.."};

    /** What a class of a pipeline is called that works on Flink's side. */
    private static final Pattern OPERATOR =
            Pattern.compile(".*(Operator|Function|Pipeline|Committer|Serializer|TypeInformation|Bytes|Codec|OwnKeys)");

    /** Floor by floor, what a module may import of the others. */
    private static final Map<String, String[]> STAIRS = Map.of(
            "schemas",
            new String[] {},
            "statistics",
            new String[] {},
            "lake",
            new String[] {"schemas"},
            "imports",
            new String[] {"schemas"},
            "simulator",
            new String[] {"schemas"},
            "pipelines",
            new String[] {"schemas", "statistics", "lake"},
            "reports",
            new String[] {"schemas", "statistics", "lake"},
            "jobs",
            new String[] {"schemas", "statistics", "lake", "imports", "pipelines"});

    @Test
    void stairsGoDownOnly() {
        LayeredArchitecture stairs = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("cli")
                .definedBy("io.fieldback.cli..");
        for (String module : STAIRS.keySet()) {
            stairs = stairs.layer(module).definedBy("io.fieldback." + module + "..");
        }
        for (Map.Entry<String, String[]> step : STAIRS.entrySet()) {
            stairs = step.getValue().length == 0
                    ? stairs.whereLayer(step.getKey()).mayNotAccessAnyLayer()
                    : stairs.whereLayer(step.getKey()).mayOnlyAccessLayers(step.getValue());
        }
        check(stairs.whereLayer("cli").mayNotBeAccessedByAnyLayer());
    }

    @Test
    void flinkIsKnownToPipelinesJobsAndTheEmbeddingOnly() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.fieldback.pipelines..", "io.fieldback.jobs..", "io.fieldback.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink..")
                .as("Only pipelines, jobs and cli know Flink; reports read tables."));
    }

    /** A rule that needs an operator's harness to be tested stands in the wrong class. */
    @Test
    void rulesOfPipelinesArePlainJava() {
        check(noClasses()
                .that()
                .resideInAPackage("io.fieldback.pipelines..")
                .and(DescribedPredicate.<JavaClass>describe(
                        "are rules, by their name",
                        type -> !OPERATOR.matcher(House.file(type)).matches()))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.flink..")
                .as("Rules are plain Java; operators, serializers and graphs know Flink, and are named so."));
    }

    @Test
    void wordsArePlainJavaAndOnlyTheWireKnowsJackson() {
        check(noClasses()
                .that()
                .resideInAPackage("io.fieldback.schemas..")
                .and()
                .resideOutsideOfPackage("..wire..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(plainJavaWith("io.fieldback.schemas.."))
                .as("Schemas are plain Java; the wire format alone knows Jackson."));
        check(noClasses()
                .that()
                .resideInAPackage("io.fieldback.schemas..wire..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(plainJavaWith("io.fieldback.schemas..", "com.fasterxml.jackson.."))
                .as("The wire format needs Jackson and nothing else."));
    }

    @Test
    void mathematicsIsPureAndTouchesNoFile() {
        check(noClasses()
                .that()
                .resideInAPackage("io.fieldback.statistics..")
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(plainJavaWith("io.fieldback.statistics..", "org.apache.commons.."))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.sql..")
                .as("Statistics are pure functions over numbers, with a maths library at most."));
    }

    /** Schemas is left out: its packages are one vocabulary, whose words explain each other. */
    @Test
    void featuresOfOneModuleDoNotGoInCircles() {
        for (String module : new String[] {"lake", "imports", "pipelines", "reports", "jobs"}) {
            check(slices().matching("io.fieldback." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles());
        }
    }

    private static String[] plainJavaWith(String... packages) {
        return Stream.concat(Stream.of(PLAIN), Stream.of(packages)).toArray(String[]::new);
    }

    /** A module may still be empty. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(House.CLASSES);
    }
}
