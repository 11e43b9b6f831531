// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import io.fieldback.simulator.chance.Dice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders as exported again later: one cell corrected in each of 30 orders, 5 orders of one row gone, 20 orders of
 * one row new, all sorted by serial number.
 */
final class Corrections {
    static final int CORRECTED = 30;
    static final int DELETED = 5;
    static final int ADDED = 20;

    private Corrections() {}

    /** The later export of {@code orders}; {@code fresh} are new ones. */
    static List<Order> of(List<Order> orders, List<Order> fresh) {
        Dice dice = Dice.of(104);
        List<Order> later = new ArrayList<>(orders);
        for (int deleted = 0; deleted < DELETED; ) {
            int at = dice.below(later.size());
            if (later.get(at).lines().size() == 1) {
                later.remove(at);
                deleted++;
            }
        }
        List<Integer> untouched = new ArrayList<>();
        for (int i = 0; i < later.size(); i++) {
            untouched.add(i);
        }
        for (int corrected = 0; corrected < CORRECTED; ) {
            int at = untouched.remove(dice.below(untouched.size()));
            // Only orders with a fault have a cause and an action.
            if (later.get(at).lines().get(0).component() != null) {
                later.set(at, corrected(later.get(at), corrected));
                corrected++;
            }
        }
        fresh.stream().filter(order -> order.lines().size() == 1).limit(ADDED).forEach(later::add);
        later.sort(Comparator.comparing(Order::serialNo).thenComparing(Order::orderNo));
        return List.copyOf(later);
    }

    /** One cell of an order changed: its labour, or the cause or the action of its first line. */
    private static Order corrected(Order order, int which) {
        Order.Line first = order.lines().get(0);
        List<Order.Line> lines = new ArrayList<>(order.lines());
        int labour = order.labour();
        switch (which % 3) {
            case 0 -> labour += 5;
            case 1 -> lines.set(0, line(first, "运输损坏", first.action()));
            default -> lines.set(0, line(first, first.cause(), "清洗"));
        }
        return new Order(
                order.orderNo(),
                order.reported(),
                order.failed(),
                order.model(),
                order.serialNo(),
                order.client(),
                order.region(),
                order.site(),
                order.serviceType(),
                order.coverage(),
                order.faultText(),
                labour,
                order.arrived(),
                order.completed(),
                lines);
    }

    private static Order.Line line(Order.Line line, @Nullable String cause, @Nullable String action) {
        return new Order.Line(
                line.component(),
                line.symptomCode(),
                cause,
                action,
                line.partNo(),
                line.supplier(),
                line.lot(),
                line.quantity(),
                line.cost());
    }
}
