// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fieldback.cli.Run;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.WorkDays;
import io.fieldback.pipelines.detection.feed.Backtest;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The watch on published delays of Toronto's trams and trains, through the shipped mappings, by {@code -Pproofs}: 2014 is
 * what it learns from, each record is known the day after its date. Each network is a warehouse of its own, and then
 * both are one. Skipped, saying so, where the files are absent.
 */
class RealAlertsProofs {
    private static final double ALERTS_A_WEEK = 2;

    @TempDir
    static Path folder;

    private static List<AlertChange> apart = List.of();
    private static List<AlertChange> together = List.of();

    @BeforeAll
    static void judgeTwoYears() {
        Path trams = events("streetcar", "streetcar-delay-data-2014.xlsx", "streetcar-delay-data-2015.xlsx");
        Path trains = events("subway", "subway-delay-jan-2014-april-2017.xlsx");
        apart = Stream.concat(opened("trams", trams).stream(), opened("trains", trains).stream())
                .toList();
        together = opened("both", trams, trains);
    }

    @Test
    void theColdSpellOfJanuaryIsAlertedWithinDays() {
        for (List<AlertChange> opened : List.of(apart, together)) {
            assertThat(first(opened, RealAlertsProofs::tram, "2015-01-01")).isBeforeOrEqualTo("2015-01-09");
        }
    }

    @Test
    void theBrakesOfOneFleetAreAlertedAndThoseOfTheOtherAreNot() {
        for (List<AlertChange> opened : List.of(apart, together)) {
            assertThat(first(opened, change -> brakes(change, "T1"), "2015-02-15"))
                    .isBeforeOrEqualTo("2015-03-10");
            assertThat(opened).noneMatch(change -> brakes(change, "TR") && between(change, "2015-02-15", "2015-04-15"));
        }
    }

    @Test
    void theReturnOfReportingIsANotice() {
        for (List<AlertChange> opened : List.of(apart, together)) {
            assertThat(opened)
                    .anyMatch(change ->
                            change.kind() == AlertKind.RETURNED_SOURCE && between(change, "2014-03-01", "2014-04-15"));
        }
    }

    @Test
    void aYearBringsFewQualityAlerts() {
        for (List<AlertChange> opened : List.of(apart, together)) {
            long quality = opened.stream()
                    .filter(change -> change.kind().family() == AlertKind.Family.QUALITY)
                    .filter(change -> between(change, "2015-01-01", "2015-12-31"))
                    .count();
            System.out.println(quality + " quality alerts in 2015");
            assertThat(quality / 52.0).isLessThanOrEqualTo(ALERTS_A_WEEK);
        }
    }

    /** What opens in two years over the events of some files. */
    private static List<AlertChange> opened(String name, Path... events) {
        Path tables = folder.resolve(name);
        List<Object> words = new ArrayList<>(List.of("ingest", "--no-alerts", "--zone", "America/Toronto", "--events"));
        words.addAll(List.of(events));
        words.addAll(List.of("--warehouse", tables));
        Run read = Run.of(folder, words.toArray());
        assertThat(read.exit()).as(read.err()).isZero();
        Warehouse warehouse = Warehouse.open(tables);
        Reference toronto = new Reference(Map.of(), WorkDays.plain(), Map.of());
        try (Backtest backtest = new Backtest(warehouse, warehouse.newestEpoch().orElseThrow(), toronto, 2)) {
            List<AlertChange> opened =
                    backtest.run(WatchRules.standard(), day("2014-03-01"), day("2015-12-31")).changes().stream()
                            .filter(change -> change.change() == Change.OPENED)
                            .toList();
            opened.forEach(change ->
                    System.out.println(name + ": " + change.knownOn() + " " + change.kind() + " " + change.english()));
            return opened;
        }
    }

    private static LocalDate first(List<AlertChange> opened, Predicate<AlertChange> which, String from) {
        return opened.stream()
                .filter(which)
                .map(AlertChange::knownOn)
                .filter(day -> !day.isBefore(LocalDate.parse(from)))
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    private static boolean tram(AlertChange change) {
        return is(change, "CLRV") || is(change, "ALRV");
    }

    private static boolean brakes(AlertChange change, String model) {
        return is(change, model) && "EU".equals(change.scope().component());
    }

    private static boolean is(AlertChange change, String model) {
        return change.kind().family() == AlertKind.Family.QUALITY
                && model.equals(change.scope().productModel());
    }

    private static boolean between(AlertChange change, String from, String to) {
        return !change.knownOn().isBefore(LocalDate.parse(from))
                && !change.knownOn().isAfter(LocalDate.parse(to));
    }

    /** Files of the data through a shipped mapping, as one file of events. */
    private static Path events(String mapping, String... names) {
        Path root = Run.root();
        String elsewhere = System.getProperty("fieldback.shared");
        Path shared = elsewhere == null ? root.resolveSibling("shared") : Path.of(elsewhere);
        Object[] words = new Object[names.length + 5];
        words[0] = "import";
        for (int i = 0; i < names.length; i++) {
            Path file = shared.resolve("data/ttc/ttc-" + names[i]);
            assumeThat(file).as("real data, kept beside the project: " + file).exists();
            words[i + 1] = file;
        }
        words[names.length + 1] = "--map";
        words[names.length + 2] = root.resolve("samples/ttc/" + mapping + ".yaml");
        words[names.length + 3] = "--out";
        Path events = folder.resolve(mapping + ".ndjson");
        words[names.length + 4] = events;
        Run imported = Run.of(folder, words);
        assertThat(imported.exit()).as(imported.err()).isZero();
        return events;
    }

    private static int day(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }
}
