// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The looks that all charts share, as ECharts options. Colours are names that the page resolves. */
final class Charts {
    private Charts() {}

    /** A map of options in the order given: name, value, name, value … */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    static Map<String, Object> grid(int left, int right, int top, int bottom) {
        return of("left", left, "right", right, "top", top, "bottom", bottom, "containLabel", true);
    }

    static Map<String, Object> categories(List<String> names) {
        return of(
                "type", "category",
                "data", names,
                "axisTick", of("show", false),
                "axisLine", of("lineStyle", of("color", "@line")),
                "axisLabel", of("color", "@grey", "hideOverlap", true));
    }

    static Map<String, Object> values(String name) {
        return of(
                "type",
                "value",
                "name",
                name,
                "nameTextStyle",
                of("color", "@grey", "align", "left"),
                "min",
                0,
                "splitLine",
                of("lineStyle", of("color", "@line")),
                "axisLabel",
                of("color", "@grey"));
    }

    static Map<String, Object> legend(List<String> names) {
        return of(
                "data",
                names,
                "left",
                0,
                "top",
                0,
                "itemWidth",
                16,
                "itemHeight",
                8,
                "textStyle",
                of("color", "@text"));
    }

    static Map<String, Object> tooltip() {
        return of(
                "trigger", "axis",
                "confine", true,
                "backgroundColor", "@card",
                "borderColor", "@line",
                "textStyle", of("color", "@text"));
    }

    /** A bar that is not final: pale with slanted lines, so that it differs in print too. */
    static Map<String, Object> hatched(long value) {
        return of(
                "value",
                value,
                "itemStyle",
                of("color", "@pale", "borderColor", "@accent", "borderType", "dashed", "decal", hatch()));
    }

    static Map<String, Object> hatch() {
        return of(
                "symbol",
                "rect",
                "color",
                "@accent",
                "dashArrayX",
                List.of(1, 0),
                "dashArrayY",
                List.of(2, 6),
                "rotation",
                Math.PI / 4);
    }

    /** A band between two lines, drawn as a transparent line and a filled one stacked on it. */
    static List<Map<String, Object>> band(
            String stack,
            String colour,
            List<? extends @Nullable Object> lower,
            List<? extends @Nullable Object> height) {
        List<Map<String, Object>> series = new ArrayList<>();
        Map<String, Object> unseen = of("opacity", 0);
        series.add(of(
                "type",
                "line",
                "name",
                "",
                "stack",
                stack,
                "data",
                lower,
                "symbol",
                "none",
                "silent",
                true,
                "lineStyle",
                unseen,
                "tooltip",
                of("show", false)));
        series.add(of(
                "type",
                "line",
                "name",
                "",
                "stack",
                stack,
                "data",
                height,
                "symbol",
                "none",
                "silent",
                true,
                "lineStyle",
                unseen,
                "areaStyle",
                of("color", colour, "opacity", 0.16),
                "tooltip",
                of("show", false)));
        return series;
    }

    /** The months in service from 1, with their name. */
    static Map<String, Object> months(Asking asking, int last) {
        List<String> months = new ArrayList<>();
        for (int month = 1; month <= last; month++) {
            months.add(Integer.toString(month));
        }
        Map<String, Object> axis = categories(months);
        axis.put("name", asking.say("chart.months-in-service"));
        axis.put("nameLocation", "middle");
        axis.put("nameGap", 28);
        axis.put("nameTextStyle", of("color", "@grey"));
        axis.put("boundaryGap", false);
        return axis;
    }

    /** A line without dots. */
    static Map<String, Object> line(String name, List<? extends @Nullable Object> data, String colour, String type) {
        return of(
                "type",
                "line",
                "name",
                name,
                "data",
                data,
                "showSymbol",
                false,
                "lineStyle",
                of("color", colour, "width", 2, "type", type),
                "itemStyle",
                of("color", colour));
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
