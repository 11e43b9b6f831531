// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.WorkDays;
import io.fieldback.pipelines.detection.WorkDays.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people tell the watch by files. */
class WatchFilesTest {
    @TempDir
    Path folder;

    @Test
    void withoutFilesTheStandardHolds() {
        WatchFiles files = WatchFiles.of(folder);
        assertThat(files.rules()).isEqualTo(WatchRules.standard());
        assertThat(files.reference().products()).isEmpty();
        assertThat(files.reference().calendar().kind(day("2026-02-17"))).isEqualTo(Kind.OFF);
        assertThat(files.reference().calendar().kind(day("2026-05-09"))).isEqualTo(Kind.MAKE_UP);
    }

    @Test
    void rulesAreNamedByWhatDiffers() throws Exception {
        Path yaml = write("rules.yaml", "# ours\nfalse-discoveries: 0.01 # strict\n\nquiet-days: 21\n");
        assertThat(RulesFile.read(yaml).falseDiscoveries()).isEqualTo(0.01);
        assertThat(RulesFile.read(yaml).quietDays()).isEqualTo(21);
        assertThat(RulesFile.read(yaml).minimumExcess())
                .isEqualTo(WatchRules.standard().minimumExcess());
        Path json = write("rules.json", "{\n  \"false-discoveries\": 0.01, \"quiet-days\": 21\n}\n");
        assertThat(RulesFile.read(json)).isEqualTo(RulesFile.read(yaml));
    }

    @Test
    void rulesThatAreWrittenReadTheSame() {
        Path file = folder.resolve("out.yaml");
        WatchRules rules = WatchRules.withFalseDiscoveries(1e-6);
        RulesFile.write(file, rules, "why\nnot");
        assertThat(file).content().startsWith("# why\n# not\nfalse-discoveries: 0.000001\n");
        assertThat(RulesFile.read(file)).isEqualTo(rules);
    }

    @Test
    void whatIsNoRuleIsRefusedByItsName() throws Exception {
        Path unknown = write("unknown.yaml", "false-alarms: 0.01\n");
        assertThatThrownBy(() -> RulesFile.read(unknown))
                .hasMessageStartingWith("Cannot read rules " + unknown + ": Cannot set false-alarms of the watch");
        Path word = write("word.yaml", "\nquiet-days: many\n");
        assertThatThrownBy(() -> RulesFile.read(word))
                .hasMessage("Cannot read rules " + word + ", line 2: quiet-days has no number");
        Path twice = write("twice.yaml", "quiet-days: 1\nquiet-days: 2\n");
        assertThatThrownBy(() -> RulesFile.read(twice))
                .hasMessage("Cannot read rules " + twice + ", line 2: quiet-days stands there twice");
    }

    @Test
    void productsDaysOffAndSeveritiesComeFromFiles() throws Exception {
        write("products.csv", "productModel,line,predecessor,launchedOn\nKF-72,KF,KF-60,2025-03\nKF-60,KF,,\n");
        write("holidays.csv", "day\n2026-05-01\n");
        write("severities.csv", "code,severity\nleak,major\n");
        write("cases.yaml", "symptom-groups:\n  leak: [W1, W2]\n");
        Reference reference = WatchFiles.in(folder).reference();
        assertThat(reference.symptomGroups()).containsEntry("W2", "leak").hasSize(2);
        assertThat(reference.product("KF-72"))
                .isEqualTo(new Reference.Product("KF-72", "KF", null, "KF-60", day("2025-03-01")));
        assertThat(reference.calendar().kind(day("2026-05-01"))).isEqualTo(Kind.OFF);
        assertThat(reference.calendar().kind(day("2026-02-17"))).isEqualTo(Kind.USUAL);
        assertThat(reference.severities()).containsEntry("leak", "major");
    }

    @Test
    void aDayOfTheFileIsOffUnlessItsKindSaysThatItIsMadeUp() throws Exception {
        write(
                "holidays.csv",
                "day,kind\n2026-05-01,off\n2026-05-02,\n2026-05-04\n2026-05-09,make-up\n2026-05-09,make-up\n");
        WorkDays calendar = WatchFiles.in(folder).reference().calendar();
        assertThat(List.of("2026-05-01", "2026-05-02", "2026-05-04", "2026-05-09", "2026-02-14"))
                .extracting(day -> calendar.kind(day(day)))
                .containsExactly(Kind.OFF, Kind.OFF, Kind.OFF, Kind.MAKE_UP, Kind.USUAL);
    }

    @Test
    void aKindOfDayThatIsNoneIsRefusedWithItsLine() throws Exception {
        Path file = write("holidays.csv", "day,kind\n2026-05-01,off\n2026-05-09,worked\n");
        assertThatThrownBy(() -> WatchFiles.in(folder))
                .hasMessage("Cannot read " + file + ", line 3: kind worked is neither off nor make-up");
        write("holidays.csv", "day,kind\n2026-05-09,off\n2026-05-09,make-up\n");
        assertThatThrownBy(() -> WatchFiles.in(folder))
                .hasMessage("Cannot read " + file + ", line 3: day 2026-05-09 is both off and make-up");
    }

    @Test
    void aColumnThatIsNotKnownIsRefusedByItsName() throws Exception {
        Path file = write("products.csv", "productModel,colour\nKF,red\n");
        assertThatThrownBy(() -> WatchFiles.in(folder))
                .hasMessage("Cannot read " + file
                        + ": there is no column colour, only [productModel, line, series, predecessor, launchedOn]");
    }

    @Test
    void knownFaultsAreTheTruthOfASimulationOrAList() throws Exception {
        Path json = write("truth.json", """
                {"seed": 1, "badLot": {"productModel": "KF", "component": "pump", "onsetOn": "2025-02-01"},
                 "seasonalPart": {"productModels": ["A"], "component": "x", "onsetOn": "2024-12-01"}}
                """);
        Path csv = write("truth.csv", "productModel,component,onsetOn\nKF,pump,2025-02-01\n");
        assertThat(PlantedFaults.read(json)).isEqualTo(PlantedFaults.read(csv));
        assertThat(PlantedFaults.read(csv).faults())
                .containsExactly(new PlantedFaults.Fault("KF", "pump", LocalDate.parse("2025-02-01")));
        Path none = write("none.csv", "productModel,component,onsetOn\n");
        assertThatThrownBy(() -> PlantedFaults.read(none))
                .hasMessage("Cannot read truth " + none
                        + ": it names no fault; each needs productModel, component and onsetOn");
    }

    private Path write(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }

    private static int day(String day) {
        return (int) LocalDate.parse(day).toEpochDay();
    }
}
