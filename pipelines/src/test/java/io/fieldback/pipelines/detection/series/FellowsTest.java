// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.detection.Occurrence;
import io.fieldback.pipelines.detection.Reference;
import io.fieldback.pipelines.detection.Seen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FellowsTest {
    @Test
    void productsAreFellowsIfASourceTellsOfBoth() {
        Known known = new Known(Reference.standard());
        known.add(row(10, "tram", "depot"));
        known.add(row(10, "bus", "depot"));
        known.add(row(11, "train", "works"));
        Fellows fellows = Fellows.of(known, 20);
        assertThat(fellows.group("tram")).isEqualTo(fellows.group("bus")).isNotEqualTo(fellows.group("train"));
        assertThat(fellows.of(fellows.group("bus"))).containsExactly("bus", "tram");
        assertThat(fellows.areAll()).isFalse();
    }

    @Test
    void aSourceThatTellsOfThemLaterMakesThemFellowsThen() {
        Known known = new Known(Reference.standard());
        known.add(row(10, "tram", "depot"));
        known.add(row(11, "train", "works"));
        known.add(row(30, "train", "depot"));
        assertThat(Fellows.of(known, 29).areAll()).isFalse();
        assertThat(Fellows.of(known, 30).areAll()).isTrue();
    }

    @Test
    void whereNoSourceIsKnownAllAreFellows() {
        Known known = new Known(Reference.standard());
        known.add(row(10, "tram", null));
        known.add(row(11, "train", null));
        assertThat(Fellows.of(known, 20).areAll()).isTrue();
    }

    private static Occurrence row(int known, String product, @Nullable String source) {
        return Seen.on(known - 1)
                .knownOn(known)
                .product(product)
                .component("K")
                .symptom(null)
                .region(null)
                .site(null)
                .source(source)
                .row();
    }
}
