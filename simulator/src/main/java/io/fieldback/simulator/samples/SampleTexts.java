// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.Symptom;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What people type into sheets: descriptions, and days in whatever form. */
final class SampleTexts {
    private static final DateTimeFormatter SLASHES = pattern("uuuu/M/d H:mm");
    private static final DateTimeFormatter CHINESE = pattern("uuuu年M月d日");
    private static final DateTimeFormatter DASHES = pattern("uuuu-MM-dd");
    private static final DateTimeFormatter COMPACT = pattern("uuuuMMdd");

    private SampleTexts() {}

    static String faultText(String model, String kind, List<Order.Line> lines, Order.Client client, Dice dice) {
        String component = lines.get(0).component();
        if (component == null) {
            return switch (kind) {
                case "安装故障" -> "管路接口渗水，重新安装紧固";
                case "保养" -> "用户要求清洗保养";
                case "未见异常" -> "上门检测正常，未见异常";
                default -> "用户咨询使用方法，已指导";
            };
        }
        String text = dice.pick(List.of("用户反映", "客户称", ""))
                + seen(model, lines.get(0))
                + dice.pick(List.of("，更换后正常", "，已处理", "，试机正常", ""));
        double personal = dice.uniform();
        if (personal < 0.03) {
            return text + "，联系电话" + client.phone();
        }
        return personal < 0.04 ? text + "，请联系" + client.name() + "本人" : text;
    }

    private static String seen(String model, Order.Line line) {
        for (Component component : Orders.line(model).components()) {
            for (Symptom symptom : component.symptoms()) {
                if (component.chinese().equals(line.component())
                        && symptom.code().equals(line.symptomCode())) {
                    return symptom.chinese();
                }
            }
        }
        return line.component() + "故障";
    }

    /** A time as a time cell, or typed in one of two ways. */
    static Object typed(LocalDateTime time, Dice dice) {
        double at = dice.uniform();
        return at < 0.65
                ? time
                : at < 0.9 ? SLASHES.format(time) : DASHES.format(time) + time.format(pattern(" HH:mm"));
    }

    /** A day as a day cell, or typed in one of three ways. */
    static Object typed(LocalDate day, Dice dice) {
        double at = dice.uniform();
        return at < 0.6 ? day : at < 0.75 ? CHINESE.format(day) : at < 0.9 ? DASHES.format(day) : COMPACT.format(day);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }
}
