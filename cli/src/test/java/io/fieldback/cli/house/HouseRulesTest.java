// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What every class of the project keeps to, whatever its floor. */
class HouseRulesTest {
    /** Names that say nothing of what a class is for. */
    private static final Pattern EMPTY_NAME =
            Pattern.compile("(Base|Abstract)[A-Z].*|.*(Utils?|Manager|Helpers?|Impl|Info|Data|V2)");

    private static final Pattern CLOCK_METHOD = Pattern.compile("now|currentTimeMillis|system(UTC|DefaultZone)?");

    @Test
    void timeComesFromEventsOrAnInjectedClock() {
        check(noClasses()
                .that(areNoEntryPoints())
                .should()
                .callMethodWhere(readsTheWallClock())
                .as("No wall clock below the command line: take the time from the event or a java.time.Clock."));
    }

    @Test
    void randomnessComesFromASeed() {
        check(noClasses()
                .should()
                .callConstructor(Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(ThreadLocalRandom.class, "current")
                .as("Randomness comes from a seed, so that a run can be repeated."));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages("io.fieldback.cli..", "io.fieldback.benchmarks..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .as("Standard output carries the answer and belongs to the command line."));
    }

    @Test
    void namesSayWhatAClassIsFor() {
        assertThat(namesOf(type -> EMPTY_NAME.matcher(House.file(type)).matches(), JavaClass::getName))
                .as("classes named after nothing they do")
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItHolds() {
        assertThat(namesOf(type -> !type.getPackage().isAnnotatedWith(NullMarked.class), JavaClass::getPackageName))
                .as("packages without a package-info.java marked @NullMarked")
                .isEmpty();
    }

    private static Set<String> namesOf(Predicate<JavaClass> offends, Function<JavaClass, String> name) {
        return House.CLASSES.stream().filter(offends).map(name).collect(Collectors.toSet());
    }

    /** The command line, and a job's main: where a clock may be read, to be handed down. */
    private static DescribedPredicate<JavaClass> areNoEntryPoints() {
        return DescribedPredicate.describe(
                "are no entry points",
                type -> !House.module(type).equals("cli")
                        && !House.module(type).equals("benchmarks")
                        && !House.file(type).endsWith("Job"));
    }

    private static DescribedPredicate<JavaCall<?>> readsTheWallClock() {
        return target(owner(resideInAnyPackage("java.time..", "java.lang")))
                .and(DescribedPredicate.describe(
                        "reads the wall clock",
                        call -> CLOCK_METHOD.matcher(call.getName()).matches()
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(type -> type.isEquivalentTo(Clock.class))));
    }

    /** A module may still be empty. */
    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(House.CLASSES);
    }
}
