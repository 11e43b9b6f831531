// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import io.fieldback.simulator.chance.Dice;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Units sold by model and month, 2024 and 2025, and the wide sheet that shows them. */
final class Sales {
    static final YearMonth FIRST = YearMonth.of(2024, 1);
    static final int MONTHS = 24;

    /** The models by line; KF-78 and JSQ-26 were launched within the time. */
    static final Map<String, List<String>> MODELS = models();

    private static final double[] DEMAND = {0.8, 0.6, 1.0, 1.0, 1.1, 1.2, 0.9, 0.9, 1.0, 1.1, 1.4, 1.1};

    private final Map<String, int[]> sold = new LinkedHashMap<>();

    Sales(long seed) {
        Dice dice = Dice.of(seed, 101);
        for (List<String> models : MODELS.values()) {
            for (String model : models) {
                int base = model.startsWith("KF") ? 210 : model.startsWith("JSQ") ? 260 : 230;
                int[] months = new int[MONTHS];
                for (int month = 0; month < MONTHS; month++) {
                    double phase = phase(model, month);
                    months[month] = (int) (base * phase * DEMAND[month % 12] * (0.9 + 0.2 * dice.uniform()));
                }
                sold.put(model, months);
            }
        }
    }

    /** Units of a model sold in a month, 0 for the first. */
    int sold(String model, int month) {
        return sold.getOrDefault(model, new int[MONTHS])[month];
    }

    /** The sheet: lines merged downwards, months across, sums to the right and below. */
    Grid grid() {
        Grid grid = new Grid("销量");
        grid.add("2024—2025年热水器各型号月度销量表");
        grid.merge(0, 0, 0, MONTHS + 2);
        grid.add("编制单位：市场部", null, null, "单位：台");
        Object[] header = new Object[MONTHS + 3];
        header[0] = "产品大类";
        header[1] = "产品型号";
        for (int month = 0; month < MONTHS; month++) {
            YearMonth calendar = FIRST.plusMonths(month);
            header[month + 2] = calendar.getYear() + "年" + calendar.getMonthValue() + "月";
        }
        header[MONTHS + 2] = "合计";
        grid.add(header);
        int[] sums = new int[MONTHS + 1];
        for (Map.Entry<String, List<String>> line : MODELS.entrySet()) {
            int top = grid.size();
            for (String model : line.getValue()) {
                grid.add(row(grid.size() == top ? line.getKey() : null, model, sums));
            }
            grid.merge(top, 0, grid.size() - 1, 0);
        }
        Object[] total = new Object[MONTHS + 3];
        total[0] = "合计";
        for (int month = 0; month <= MONTHS; month++) {
            total[month + 2] = sums[month];
        }
        grid.add(total);
        return grid;
    }

    private @Nullable Object[] row(@Nullable String line, String model, int[] sums) {
        @Nullable Object[] row = new Object[MONTHS + 3];
        row[0] = line;
        row[1] = model;
        int sum = 0;
        for (int month = 0; month < MONTHS; month++) {
            int count = sold(model, month);
            // Nothing sold is an empty cell, as people leave it.
            row[month + 2] = count == 0 ? null : count;
            sum += count;
            sums[month] += count;
        }
        row[MONTHS + 2] = sum;
        sums[MONTHS] += sum;
        return row;
    }

    private static double phase(String model, int month) {
        return switch (model) {
            case "KF-78", "JSQ-26" -> month < 12 ? 0 : month == 12 ? 0.4 : 1;
            case "JSQ-24" -> month < 12 ? 1 : month < 16 ? 0.3 : 0;
            default -> 1;
        };
    }

    private static Map<String, List<String>> models() {
        Map<String, List<String>> models = new LinkedHashMap<>();
        models.put("空气能热水器", List.of("KF-72", "KF-78", "KF-110"));
        models.put("燃气热水器", List.of("JSQ-24", "JSQ-26", "JSQ-30"));
        models.put("电热水器", List.of("DS-60", "DS-80"));
        return models;
    }
}
