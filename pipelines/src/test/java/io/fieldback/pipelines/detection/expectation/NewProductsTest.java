// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** OLD has had 600 units for two years, of which one fan a day fails; NEW came with 300 units ten weeks ago. */
class NewProductsTest {
    private static final int FIRST = Cases.day("2023-01-01");
    private static final int LAUNCH = Cases.day("2024-10-01");
    private static final int END = Cases.day("2024-12-15");
    private static final SeriesKey FAN = new SeriesKey(Measure.INCIDENT, "NEW", "fan");

    @Test
    void aModelOfALineIsExpectedToBeAsTheOthersOfIt() {
        Outlook outlook = outlook("line", null);
        assertThat(outlook.basis(FAN)).isEqualTo(Basis.SERIES);
    }

    @Test
    void withoutALineItsComponentIsExpectedToBeAsElsewhereAndLessSurely() {
        Outlook outlook = outlook("another", null);
        assertThat(outlook.basis(FAN)).isEqualTo(Basis.COMPONENT);
        assertThat(outlook.isNew(FAN)).isTrue();
        Expected alone = outlook.window(FAN, END - 27, END);
        Expected ofLine = outlook("line", null).window(FAN, END - 27, END);
        assertThat(alone.mean()).isCloseTo(ofLine.mean(), within(0.02 * ofLine.mean()));
        assertThat(alone.variance()).isGreaterThan(1.2 * ofLine.variance());
    }

    @Test
    void aComponentThatNobodyElseHasIsNotJudgedNorIsTheProduct() {
        Outlook outlook = outlook("another", "ion-generator");
        assertThat(outlook.judges(new SeriesKey(Measure.INCIDENT, "NEW", "ion-generator")))
                .isFalse();
        assertThat(outlook.judges(new SeriesKey(Measure.INCIDENT, "NEW", ""))).isFalse();
    }

    private static Outlook outlook(String line, @Nullable String component) {
        Known known = new Known(Reference.of(List.of(
                new Product("OLD", "line", null, null, Occurrence.UNKNOWN),
                new Product("NEW", line, null, null, Occurrence.UNKNOWN))));
        units(known, "OLD", 600, FIRST);
        for (int day = FIRST; day <= END; day++) {
            if (day == LAUNCH) {
                units(known, "NEW", 300, LAUNCH);
            }
            known.add(Cases.made(day, "OLD", "fan", FIRST));
            if (day > LAUNCH && day % 14 == 0) {
                known.add(Cases.made(day, "NEW", component == null ? "fan" : component, LAUNCH));
            }
        }
        known.close(END);
        WatchRules rules = WatchRules.standard();
        return new Outlook(known, new Learning(known, rules, END, List.of()), rules, END, END - 7);
    }

    private static void units(Known known, String product, long units, int day) {
        int month = Months.of(day);
        known.add(new Exposure(day, units, Exposure.Basis.SERIAL, product, month, month, Occurrence.UNKNOWN, "R1"));
    }
}
