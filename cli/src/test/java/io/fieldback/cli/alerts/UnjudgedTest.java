// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.cli.Run;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.pipelines.detection.expectation.NotYetJudged.Product;
import io.fieldback.pipelines.detection.expectation.Pending;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who sees no alert of a product is told if none could be. */
class UnjudgedTest {
    private static final Instant AT = Instant.parse("2026-09-01T16:00:00Z");
    private static final NotYetJudged SOME = new NotYetJudged(
            List.of(
                    new Product("KF-200", List.of(), "new-product", "2026-07-01", "2027-01-03"),
                    new Product("KF-72", List.of("ion-generator", "lamp"), "new-code", "2026-06-01", "2027-01-10"),
                    new Product("KF-80", List.of(), "short-history", "2026-06-01", null)),
            4);

    @TempDir
    Path folder;

    @Test
    void theListEndsWithWhatIsNotJudgedYetAndTheAnswerIsAsBefore() throws IOException {
        AlertWarehouse alerts = new AlertWarehouse(folder, AT);
        alerts.publish(AT, SomeChange.rate("PUMP", Change.OPENED, AT));
        alerts.publishDay(AT, LocalDate.of(2026, 9, 1), SOME);
        Run list = Run.of(folder, "alerts", "list", "--warehouse", folder, "--lang", "en");
        assertThat(list.out().lines()).hasSize(3);
        assertThat(list.err()).isEqualTo("""
                        Not yet judged by counts; single cases are told all the same (safety, the same unit, the same customer, a new symptom at several sites):
                          New, and no predecessor, model of the line or component elsewhere to go by: KF-200 until 2027-01-03.
                          Component codes that are new in their line: KF-72 (ion-generator, lamp) until 2027-01-10.
                          Too little history: KF-80 until more is known.
                          Others of which fewer cases are known: 4 products.
                        """);
        assertThat(Run.of(folder, "alerts", "list", "--warehouse", folder, "--lang", "zh")
                        .err())
                .contains("KF-72 的 ion-generator、lamp（至 2027-01-10）", "案例较少的其他产品：4 种。");
        assertThat(Run.of(folder, "alerts", "list", "--warehouse", folder, "--format", "json")
                        .err())
                .isEmpty();
        assertThat(Run.of(folder, "alerts", "list", "--warehouse", folder, "--family", "rule", "--lang", "en")
                        .err())
                .isEqualTo("There is no such alert.\n");
        assertThat(Run.of(folder, "alerts", "list", "--warehouse", folder, "--product", "KF-72", "--lang", "en")
                        .err())
                .contains("KF-72 (")
                .doesNotContain("KF-200", "Others");
    }

    @Test
    void whatWasKnownOnADayIsSaidAsOfThatDay() throws IOException {
        AlertWarehouse alerts = new AlertWarehouse(folder, AT);
        alerts.publishDay(AT, LocalDate.of(2026, 9, 1), SOME);
        alerts.publishDay(AT.plusSeconds(1), LocalDate.of(2027, 2, 1), NotYetJudged.none());
        assertThat(Run.of(folder, "alerts", "list", "--warehouse", folder).err())
                .doesNotContain("KF-200");
        assertThat(Run.of(folder, "alerts", "list", "--warehouse", folder, "--as-of", "2026-12-31")
                        .err())
                .contains("KF-200");
    }

    @Test
    void eachReasonHasWordsAndLongListsEnd() {
        for (String language : Messages.LANGUAGES) {
            for (Pending.Reason reason : Pending.Reason.values()) {
                assertThat(Pending.Reason.of(reason.code())).isEqualTo(reason);
                List<Product> many = IntStream.range(0, 12)
                        .mapToObj(i -> new Product("P" + i, List.of(), reason.code(), "2026-01-01", null))
                        .toList();
                assertThat(new Unjudged(Messages.in(language), new NotYetJudged(many, 0)).reasons(null, null))
                        .singleElement()
                        .asString()
                        .contains("P7", "4")
                        .doesNotContain("P8");
            }
        }
    }
}
