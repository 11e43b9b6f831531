// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.Customer;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
    private static final int ROUNDS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 20260105, 77})
    void findsAtLeast99PercentOfPlantedData(long seed) {
        System.out.println("seed " + seed);
        PersonalData data = new PersonalData(new Random(seed));
        TreeMap<String, int[]> found = new TreeMap<>();
        List<String> missed = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (PersonalData.Planted planted : data.oneOfEach()) {
                String masked = Masking.mask(planted.text());
                int[] count = found.computeIfAbsent(planted.form(), form -> new int[2]);
                count[1]++;
                if (masked.contains(planted.datum())) {
                    missed.add(planted.text() + " -> " + masked);
                } else {
                    count[0]++;
                }
            }
        }
        found.forEach((form, count) -> System.out.printf("%-28s %d of %d%n", form, count[0], count[1]));
        assertThat(found).hasSizeGreaterThanOrEqualTo(10);
        assertThat(found)
                .allSatisfy((form, count) -> assertThat(count[0] / (double) count[1])
                        .as(
                                "recall of %s, missed: %s",
                                form, missed.stream().limit(5).toList())
                        .isGreaterThanOrEqualTo(0.99));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "序列号 SN20260105001 不制热",
                "KF72-2026-000123",
                "工单WO-13812345678已关闭",
                "订单号：13812345678",
                "序列号13812345678",
                "S/N 13812345678",
                "单号20260105-13812345678",
                "2026-01-05 10:00:00 报修，2026/1/6 上门",
                "20260105 10:30 至 20260106",
                "条码 6901234567892 料号 4.102.33.0071",
                "运行 12345678 次，电压 220V，水压 0.35MPa，压力02 15",
                "温度 65-70 度，E4 报警 3 次",
                "批次 20251203-0214",
                "更换新A12345主板",
                "京东订单 202601051234567890",
                "110105199001011234",
                "1700000000000",
                "138123456789",
                "A13812345678B",
                "http://example.com/x",
                "更换主板1块，费用 1,380.00 元",
                "010 号机，8200 小时",
            })
    void keepsSerialOrderNumbersAndDates(String text) {
        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void keepsMadeUpSerials(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int wrong = 0;
        for (int i = 0; i < 5_000; i++) {
            String digits =
                    String.valueOf(1_000_000_000_000_000L + Math.abs(random.nextLong() % 9_000_000_000_000_000L));
            List<String> serials = List.of(
                    "ZB" + digits.substring(0, 11),
                    digits.substring(0, 13),
                    digits,
                    digits + digits.substring(0, 2),
                    "2025" + digits.substring(0, 2) + "-" + digits.substring(2, 7),
                    digits.substring(0, 4) + "/" + digits.substring(4, 8),
                    "GZ-" + digits.substring(0, 10));
            for (String serial : serials) {
                wrong += Masking.mask("机组" + serial + "漏水").contains(serial) ? 0 : 1;
            }
        }
        System.out.println(wrong + " of 35000 serials masked");
        assertThat(wrong).isLessThan(35);
    }

    @Test
    void aPhoneThatStandsWhereACodeOfAFaultBelongsIsMaskedAndPartNumbersStay() {
        Repair repair = (Repair) ((Reading.Accepted) new EventReader(ZoneId.of("Asia/Shanghai"))
                        .read(("{\"type\":\"repair\",\"id\":\"R-1\",\"faults\":[{\"symptomCode\":\"跳闸 请联系13812345678\","
                                        + "\"component\":\"加热管\",\"parts\":[{\"partNo\":\"13812345678\"}]}]}")
                                .getBytes(StandardCharsets.UTF_8)))
                .event();
        Repair clean = (Repair) Masking.of(repair).event();
        assertThat(clean.faults().get(0).symptomCode()).isEqualTo("跳闸 请联系[phone]");
        assertThat(clean.faults().get(0).component()).isEqualTo("加热管");
        assertThat(clean.faults().get(0).parts().get(0).partNo()).isEqualTo("13812345678");
    }

    @Test
    void masksFreeTextAndDropsTheCustomer() {
        Repair repair = (Repair) ((Reading.Accepted) new EventReader(ZoneId.of("Asia/Shanghai"))
                        .read(("{\"type\":\"repair\",\"id\":\"R-1\",\"serialNo\":\"13812345678\","
                                        + "\"customer\":{\"phone\":\"13812345678\"},"
                                        + "\"faultText\":\"联系13812345678或010-62345678\"}")
                                .getBytes(StandardCharsets.UTF_8)))
                .event();
        assertThat(repair.envelope().customer()).isEqualTo(new Customer(null, "13812345678", null));
        Masking.Masked masked = Masking.of(repair);
        Repair clean = (Repair) masked.event();
        assertThat(clean.faultText()).isEqualTo("联系[phone]或[phone]");
        assertThat(clean.serialNo()).isEqualTo("13812345678");
        assertThat(clean.envelope().customer()).isNull();
        assertThat(masked.masked()).isEqualTo(2);
        assertThat(Masking.of(clean).event()).isSameAs(clean);
    }
}
