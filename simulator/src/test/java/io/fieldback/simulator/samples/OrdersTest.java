// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final Sales SALES = new Sales(1);
    private static final List<Order> ORDERS = Orders.of(SALES, 1, 600, "WX");

    @Test
    void orderNumbersAreUnique() {
        assertThat(ORDERS).hasSize(600).extracting(Order::orderNo).doesNotHaveDuplicates();
    }

    @Test
    void serialNumbersDecode() {
        assertThat(ORDERS).allSatisfy(order -> {
            assertThat(order.serialNo()).matches("(KF|JSQ|DS)[0-9]+[AB]2[345](0[1-9]|1[0-2])[0-9]{5}");
            assertThat(order.serialNo()).startsWith(order.model().replace("-", ""));
            assertThat(order.failed().getYear()).isEqualTo(2025);
            assertThat(order.reported().toLocalDate()).isAfterOrEqualTo(order.failed());
            assertThat(order.completed()).isAfter(order.arrived());
            assertThat(order.arrived()).isAfter(order.reported());
        });
    }

    @Test
    void leakyBatchStandsOutAgainstUnitsSold() {
        long leaks = ORDERS.stream()
                .filter(order -> order.serialNo().matches("KF72.250[34].*"))
                .filter(order -> "循环水泵".equals(order.lines().get(0).component()))
                .count();
        int sold = SALES.sold("KF-72", 14) + SALES.sold("KF-72", 15);
        assertThat(leaks * 1_000 / sold).as("leaks per 1,000 units").isGreaterThan(40);
        assertThat(ORDERS.size() * 1_000L / sold()).as("orders per 1,000 units").isBetween(8L, 40L);
    }

    @Test
    void someOrdersHaveSeveralRowsAndSomeUnitsComeBack() {
        Set<String> units = new HashSet<>();
        ORDERS.forEach(order -> units.add(order.serialNo()));
        assertThat(units.size()).isBetween(500, 590);
        assertThat(ORDERS.stream().filter(order -> order.lines().size() > 1).count())
                .isBetween(60L, 250L);
    }

    @Test
    void correctedExportDiffersByThirtyFiveAndTwenty() {
        List<Order> later = Corrections.of(ORDERS, Orders.of(SALES, 2, 60, "BX"));
        Map<String, Order> before = new HashMap<>();
        ORDERS.forEach(order -> before.put(order.orderNo(), order));
        Map<String, Order> after = new HashMap<>();
        later.forEach(order -> after.put(order.orderNo(), order));
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        Set<String> added = new HashSet<>(after.keySet());
        added.removeAll(before.keySet());
        long changed = after.values().stream()
                .filter(order -> before.containsKey(order.orderNo()))
                .filter(order -> !order.equals(before.get(order.orderNo())))
                .count();
        assertThat(later).hasSize(615);
        assertThat(gone)
                .hasSize(5)
                .allSatisfy(id -> assertThat(before.get(id).lines()).hasSize(1));
        assertThat(added)
                .hasSize(20)
                .allSatisfy(id -> assertThat(after.get(id).lines()).hasSize(1));
        assertThat(changed).isEqualTo(30);
    }

    private static int sold() {
        int sold = 0;
        for (List<String> models : Sales.MODELS.values()) {
            for (String model : models) {
                for (int month = 0; month < Sales.MONTHS; month++) {
                    sold += SALES.sold(model, month);
                }
            }
        }
        return sold;
    }
}
