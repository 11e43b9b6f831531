// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.pipelines.detection.Exposure;
import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Reference.Product;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.Months;
import io.fieldback.pipelines.detection.series.SeriesKey;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** OLD has had 600 units for two years, of which one fan a day fails; others come beside it. */
class PendingProductsTest {
    private static final int FIRST = Cases.day("2023-01-02");
    private static final int LAUNCH = Cases.day("2024-10-01");
    private static final WatchRules RULES = WatchRules.standard();

    private final Known known = new Known(Reference.of(List.of(
            new Product("OLD", "line", null, null, Occurrence.UNKNOWN),
            new Product("LIKE", "line", null, null, Occurrence.UNKNOWN),
            new Product("NEW", null, null, null, Occurrence.UNKNOWN))));

    private int day = FIRST - 1;

    @Test
    void ofANewModelThatNothingIsLikeNothingIsJudgedUntilItIsHalfAYearOld() {
        units("NEW", 300, LAUNCH);
        until("2024-12-15", "NEW", "ion-generator");
        assertThat(pending().products())
                .containsExactly(told("NEW", List.of(), "new-product", "2024-10-01", "2025-04-06"));
        until("2025-04-05", "NEW", "ion-generator");
        assertThat(pending().products()).hasSize(1);
        until("2025-04-06", "NEW", "ion-generator");
        assertThat(pending()).isEqualTo(NotYetJudged.none());
    }

    @Test
    void ofANewModelComponentsThatOthersHaveAreJudged() {
        units("NEW", 300, LAUNCH);
        until("2024-12-15", "NEW", "fan", "ion-generator");
        assertThat(pending().products())
                .containsExactly(told("NEW", List.of("ion-generator"), "new-product", "2024-10-01", "2025-04-06"));
    }

    @Test
    void aNewModelOfALineIsJudgedAndSoIsOneWithoutACaseWhoseComponentsAreKnownElsewhere() {
        units("LIKE", 300, LAUNCH);
        units("NEW", 300, LAUNCH);
        until("2024-12-15", "LIKE", "fan");
        assertThat(pending()).isEqualTo(NotYetJudged.none());
    }

    @Test
    void aNewModelWithoutUnitsCannotBeHeldAgainstItsLike() {
        until("2024-09-30", "OLD", "fan");
        until("2024-12-15", "LIKE", "fan");
        assertThat(pending().products())
                .containsExactly(told("LIKE", List.of(), "new-without-units", "2024-10-07", "2025-04-13"));
    }

    @Test
    void aNewCodeOfAnOldProductWaitsAndTheProductIsJudged() {
        until("2024-09-30", "OLD", "fan");
        until("2024-12-15", "OLD", "sensor");
        assertThat(pending().products())
                .containsExactly(told("OLD", List.of("sensor"), "new-code", "2024-09-30", "2025-05-11"));
        until("2025-05-10", "OLD", "sensor");
        assertThat(pending().products()).hasSize(1);
        until("2025-05-11", "OLD", "sensor");
        assertThat(pending()).isEqualTo(NotYetJudged.none());
    }

    @Test
    void withoutAHistoryNothingIsJudged() {
        until("2023-03-05", "OLD", "fan");
        assertThat(pending().products())
                .containsExactly(told("OLD", List.of(), "short-history", "2023-01-02", "2023-04-09"));
        until("2023-04-08", "OLD", "fan");
        assertThat(pending().products()).hasSize(1);
        until("2023-04-09", "OLD", "fan");
        assertThat(pending()).isEqualTo(NotYetJudged.none());
    }

    @Test
    void whatIsNotToldOfIsJudged() {
        units("NEW", 300, LAUNCH);
        until("2024-12-15", "NEW", "fan", "ion-generator");
        Learning learning = learning();
        List<String> components = pending().products().get(0).components();
        for (String component : List.of("fan", "ion-generator")) {
            SeriesKey key = new SeriesKey(Measure.INCIDENT, "NEW", component);
            assertThat(learning.of(key).isEmpty()).as(component).isEqualTo(components.contains(component));
        }
    }

    @Test
    void theProductsWithMostCasesAreNamedAndTheRestIsCounted() {
        IntStream.range(0, NotYetJudged.MOST + 3).forEach(i -> {
            for (int each = 0; each <= i; each++) {
                known.add(Cases.made(FIRST + 1, "P" + i, "fan", FIRST));
            }
        });
        day = FIRST + 27;
        known.close(day);
        NotYetJudged pending = pending();
        assertThat(pending.more()).isEqualTo(3);
        assertThat(pending.products())
                .hasSize(NotYetJudged.MOST)
                .extracting(NotYetJudged.Product::product)
                .startsWith("P52", "P51", "P50");
        assertThat(NotYetJudged.of(pending.text())).isEqualTo(pending);
        assertThatThrownBy(() -> NotYetJudged.of("["))
                .hasMessageStartingWith("Cannot read which products are not judged yet: ");
    }

    /** Goes on until a day: of OLD a fan a day fails, and of a model each of some components once in a fortnight. */
    private void until(String last, String product, String... components) {
        if (day < FIRST) {
            units("OLD", 600, FIRST);
        }
        for (day++; day <= Cases.day(last); day++) {
            known.add(Cases.made(day, "OLD", "fan", FIRST));
            for (String component : components) {
                if (day > LAUNCH && day % 14 == 0 || product.equals("OLD")) {
                    known.add(Cases.made(day, product, component, product.equals("OLD") ? FIRST : LAUNCH));
                }
            }
        }
        day--;
        known.close(day);
    }

    private NotYetJudged pending() {
        return PendingProducts.of(known, learning(), day);
    }

    private Learning learning() {
        return new Learning(known, RULES, day - Math.floorMod(day - 3, 7), List.of());
    }

    private void units(String product, long units, int day) {
        int month = Months.of(day);
        known.add(new Exposure(
                Math.max(day, this.day + 1),
                units,
                Exposure.Basis.SERIAL,
                product,
                month,
                month,
                Occurrence.UNKNOWN,
                "R1"));
    }

    private static NotYetJudged.Product told(
            String product, List<String> components, String reason, String since, String until) {
        return new NotYetJudged.Product(product, components, reason, since, until);
    }
}
