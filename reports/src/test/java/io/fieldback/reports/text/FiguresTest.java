// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.reports.content.Language;
import org.junit.jupiter.api.Test;

class FiguresTest {
    private final Figures english = new Figures(Language.EN);

    @Test
    void numbersHaveTheDecimalsTheirSizeDeserves() {
        assertThat(english.number(0.0421)).isEqualTo("0.042");
        assertThat(english.number(1.234)).isEqualTo("1.23");
        assertThat(english.number(12.34)).isEqualTo("12.3");
        assertThat(english.number(1234.5)).isEqualTo("1,234");
        assertThat(english.number(-2)).isEqualTo("−2.00");
        assertThat(english.number(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    }

    @Test
    void smallSharesKeepADecimal() {
        assertThat(english.share(0.0872)).isEqualTo("8.7 %");
        assertThat(english.share(0.219)).isEqualTo("22 %");
        assertThat(new Figures(Language.ZH).share(0.5)).isEqualTo("50%");
    }
}
