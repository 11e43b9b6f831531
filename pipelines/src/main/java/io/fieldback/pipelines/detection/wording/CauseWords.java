// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an excess is bound to as people read it: {@code lot=L7} is "lot L7" and "批次 L7". */
public final class CauseWords {
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("lot", "批次"),
            Map.entry("supplier", "供应商"),
            Map.entry("production-month", "生产月份"),
            Map.entry("in-service-month", "投用月份"),
            Map.entry("region", "区域"),
            Map.entry("site", "网点"),
            Map.entry("symptom", "故障现象"),
            Map.entry("cause", "原因"),
            Map.entry("product-line", "产品线"),
            Map.entry("line", "产品线"),
            Map.entry("source", "来源"));

    private CauseWords() {}

    /** One part, as rows have it. */
    public static String of(String part, boolean chinese) {
        int equals = part.indexOf('=');
        if (equals < 0) {
            return part;
        }
        String axis = part.substring(0, equals);
        String value = part.substring(equals + 1);
        String name = chinese ? CHINESE.getOrDefault(axis, axis) : axis.replace('-', ' ');
        return name + ' ' + (axis.endsWith("-month") ? value.replace("..", chinese ? " 至 " : " to ") : value);
    }

    /** Several. */
    public static String of(List<String> parts, boolean chinese) {
        return parts.stream().map(part -> of(part, chinese)).collect(Collectors.joining(chinese ? "、" : ", "));
    }
}
