// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.Customer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerKeyTest {
    private final CustomerKey keys = new CustomerKey(PseudonymKeyTest.key());

    @ParameterizedTest
    @CsvSource({
        "13812345678, +8613812345678",
        "１３８１２３４５６７８, +8613812345678",
        "138-1234-5678, +8613812345678",
        "+86 138 1234 5678, +8613812345678",
        "0086-13812345678, +8613812345678",
        "86 13812345678, +8613812345678",
        "013812345678, +8613812345678",
        "13812345678/010-62345678, +8613812345678",
        "010-62345678, +861062345678",
        "(010) 6234 5678, +861062345678",
        "+86 10 62345678, +861062345678",
        "+86 (0)10 62345678, +861062345678",
        "0573-8234567, +865738234567",
        "0573-82345678转802, +8657382345678;ext=802",
        "010-62345678-11, +861062345678;ext=11",
        "400-123-4567, +864001234567",
        "+49 30 901820, +4930901820",
        "62345678, ",
        "138****5678, ",
        "00000000000, ",
        "13800000000, ",
        "无, ",
        "110105199001011234, "
    })
    void phonesTakeOneForm(String written, String normalised) {
        assertThat(PhoneNumber.normalised(written)).isEqualTo(normalised);
    }

    @Test
    void onePhoneIsOneCustomerHoweverWrittenAndNamed() {
        String key = keys.of(new Customer("张三", "138-1234-5678", "嘉兴"));
        assertThat(key).matches("h1:[a-z2-7]{26}").doesNotContain("138");
        assertThat(keys.of(new Customer("张三先生", "+8613812345678", null))).isEqualTo(key);
        assertThat(keys.of(new Customer(null, "13812345679", null))).isNotEqualTo(key);
    }

    @Test
    void withoutPhoneNameAndAddressTogetherNameSomebody() {
        String key = keys.of(new Customer("张三 先生", null, "浙江省嘉兴市 南湖区1-2号"));
        assertThat(keys.of(new Customer("张三", "", "浙江省嘉兴市南湖区１-２号")))
                .isEqualTo(key)
                .isNotNull();
        assertThat(keys.of(new Customer("张三", null, null))).isNull();
        assertThat(keys.of(new Customer(null, null, "嘉兴"))).isNull();
        assertThat(keys.of(null)).isNull();
    }

    @Test
    void anotherKeyGivesAnotherPseudonym() {
        Customer customer = new Customer(null, "13812345678", null);
        assertThat(new CustomerKey(new PseudonymKey(new byte[32], "h2")).of(customer))
                .startsWith("h2:")
                .doesNotContain(keys.of(customer).substring(3));
    }
}
