// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtrasTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"note":"call 13812345678"}        | {"note":"call [phone]"}
                    {"no":13812345678,"n":1.50}        | {"no":"[phone]","n":1.50}
                    {"customerName":"张三","a":[1,true]} | {"customerName":"[personal]","a":[1,true]}
                    {"联系电话":{"a":"x"},"b":null}      | {"联系电话":"[personal]","b":null}
                    {"productName":"KF-72"}            | {"productName":"KF-72"}
                    {"a":{"手机":["1","2"]}}            | {"a":{"手机":"[personal]"}}
                    {"faults[1].responsibility":"moon"} | {"faults[1].responsibility":"moon"}
                    """)
    void namesAndNumbersOfPeopleGo(String extras, String masked) {
        assertThat(Extras.masked(extras)).isEqualTo(masked);
    }
}
