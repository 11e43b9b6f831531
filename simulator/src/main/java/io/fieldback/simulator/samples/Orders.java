// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Catalogue;
import io.fieldback.simulator.world.Codes;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.Holidays;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Line;
import io.fieldback.simulator.world.Person;
import io.fieldback.simulator.world.Region;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The repair orders of 2025 of a small maker, consistent with its {@link Sales}. KF-72 made in March and April 2025
 * leaks at the water pump; some units and some customers come back.
 */
final class Orders {
    private static final String LEAKY = "KF-72";
    private static final List<String> CAUSES = List.of("材料不良", "装配不良", "自然磨损", "水质问题", "原因不明");

    private final Sales sales;
    private final Dice dice;
    private final List<Order> orders = new ArrayList<>();
    private final List<Unit> seen = new ArrayList<>();

    private record Unit(String model, String serialNo, LocalDate sold, Order.Client client, int region) {}

    private record Raw(Unit unit, LocalDate failed) {}

    private Orders(Sales sales, long seed) {
        this.sales = sales;
        this.dice = Dice.of(seed, 102);
    }

    /** So many orders by the day they were reported; order numbers begin with {@code prefix}. */
    static List<Order> of(Sales sales, long seed, int count, String prefix) {
        Orders making = new Orders(sales, seed);
        List<Raw> raws = new ArrayList<>();
        while (raws.size() < count) {
            raws.add(making.raw());
        }
        raws.sort(Comparator.comparing(Raw::failed));
        for (Raw raw : raws) {
            making.orders.add(making.order(prefix, raw));
        }
        making.orders.sort(Comparator.comparing(Order::reported));
        return List.copyOf(making.orders);
    }

    private Raw raw() {
        if (!seen.isEmpty() && dice.chance(0.06)) {
            Unit again = dice.pick(seen);
            LocalDate from = later(again.sold(), LocalDate.of(2025, 1, 1));
            return new Raw(again, day(from));
        }
        Unit unit = dice.chance(0.07) ? unit(LEAKY, 14 + dice.below(2)) : unit();
        seen.add(unit);
        return new Raw(unit, day(later(unit.sold(), LocalDate.of(2025, 1, 1))));
    }

    private LocalDate day(LocalDate from) {
        int days = Math.toIntExact(LocalDate.of(2025, 12, 31).toEpochDay() - from.toEpochDay());
        return from.plusDays(dice.below(days + 1));
    }

    private Unit unit() {
        while (true) {
            String model = dice.pick(dice.pick(List.copyOf(Sales.MODELS.values())));
            int month = dice.below(Sales.MONTHS);
            if (dice.below(400) < sales.sold(model, month)) {
                return unit(model, month);
            }
        }
    }

    private Unit unit(String model, int soldMonth) {
        YearMonth sold = Sales.FIRST.plusMonths(soldMonth);
        // What is sold was made in the month or the month before; the leaky ones in the month itself.
        YearMonth made = model.equals(LEAKY) ? sold : sold.minusMonths(dice.below(2));
        long digits = made.getYear() % 100 * 10_000_000L
                + made.getMonthValue() * 100_000L
                + dice.between(1, Math.max(1, sales.sold(model, soldMonth)));
        String prefix = model.replace("-", "") + (dice.chance(0.6) ? "A" : "B");
        Person person = Person.of(7, dice.chance(0.04) ? dice.below(8) : dice.below(100_000));
        // One block for all, so that they are plainly invented.
        String phone = Codes.padded("1380000", dice.below(10_000), 4);
        Order.Client client = new Order.Client(person.name(), phone, person.address());
        return new Unit(
                model, Codes.padded(prefix, digits, 9), sold.atDay(dice.between(1, 28)), client, person.region());
    }

    private Order order(String prefix, Raw raw) {
        Unit unit = raw.unit();
        LocalDate reported = raw.failed().plusDays(dice.chance(0.6) ? 0 : dice.between(1, 4));
        reported = Horizon.date(Holidays.nextOpen(Horizon.day(reported)));
        LocalDateTime reportedAt = reported.atTime(dice.between(8, 19), dice.below(60));
        LocalDateTime arrived =
                reportedAt.toLocalDate().plusDays(dice.between(1, 3)).atTime(dice.between(9, 17), dice.below(60));
        LocalDateTime completed = arrived.plusMinutes(dice.between(25, 160));
        String kind = dice.chance(0.82) ? "故障维修" : dice.pick(List.of("安装故障", "保养", "未见异常", "咨询"));
        List<Order.Line> lines = kind.equals("故障维修") ? lines(unit) : List.of(Order.Line.NONE);
        int month = reported.getMonthValue();
        return new Order(
                Codes.padded(prefix, (reported.getYear() % 100 * 100L + month) * 10_000 + orders.size() + 1, 8),
                reportedAt,
                raw.failed(),
                unit.model(),
                unit.serialNo(),
                unit.client(),
                Region.ALL.get(unit.region()).chinese(),
                Region.ALL.get(unit.region()).chinese() + "第" + (1 + dice.below(4)) + "服务站",
                kind,
                dice.chance(0.93) ? "保内" : "保外",
                SampleTexts.faultText(unit.model(), kind, lines, unit.client(), dice),
                30 + 10 * dice.below(8),
                arrived,
                completed,
                lines);
    }

    private List<Order.Line> lines(Unit unit) {
        List<Component> components = line(unit.model()).components();
        boolean leaky = unit.model().equals(LEAKY) && unit.serialNo().matches("KF72.250[34].*");
        int main =
                leaky && dice.chance(0.7) ? 2 : Math.min(dice.below(components.size()), dice.below(components.size()));
        List<Order.Line> lines = new ArrayList<>();
        lines.add(line(components.get(main), leaky));
        int more = dice.chance(0.25) ? dice.between(1, 2) : 0;
        for (int i = 1; i <= more; i++) {
            lines.add(line(components.get((main + i * 3) % components.size()), false));
        }
        return lines;
    }

    private Order.Line line(Component component, boolean leaky) {
        boolean replaced = dice.chance(0.85);
        String supplier = dice.pick(component.suppliers());
        return new Order.Line(
                component.chinese(),
                leaky ? "leak" : dice.pick(component.symptoms()).code(),
                dice.pick(CAUSES),
                replaced ? "更换" : "调试",
                replaced ? component.partNo() : null,
                replaced ? supplier : null,
                replaced ? supplier + "-" + dice.between(2401, 2409) : null,
                replaced ? 1 : null,
                replaced ? component.costMinor() / 100 : null);
    }

    /** The line of a model of the catalogue. */
    static Line line(String model) {
        for (Line line : Catalogue.LINES) {
            if (line.models().contains(model)) {
                return line;
            }
        }
        throw new IllegalArgumentException("Cannot find the line of " + model + ": it is not in the catalogue");
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
