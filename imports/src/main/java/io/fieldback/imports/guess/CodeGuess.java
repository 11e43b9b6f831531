// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Words;
import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.code.Spellings;
import io.fieldback.schemas.shape.Field;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which code each value of a column of codes seems to mean, for those that the reader of events does not know. */
final class CodeGuess {
    private static final int MOST_VALUES = 40;

    private static final Map<String, Map<String, String>> HINTS = Map.of(
            "serviceKind",
            ordered(
                    "无故障|未见|正常|no fault|nff|ntf", "no-fault-found",
                    "咨询|指导|advice|consult", "advice",
                    "保养|清洗|维护|maint", "maintenance",
                    "巡检|检测|检查|鉴定|inspect", "inspection",
                    "召回|专项|recall|campaign", "campaign",
                    "安装.*(故障|不良)|install.*fault", "installation-fault",
                    "修|故障|repair|fault|fail|breakdown|fix", "failure"),
            "coverage",
            ordered(
                    "延保|extended", "extended",
                    "保外|三包外|过保|超保|收费|out|charge|paid|expired", "chargeable",
                    "保内|三包|在保|免费|warranty|free|^in", "warranty",
                    "^(是|y|yes|true|1)$", "warranty",
                    "^(否|n|no|false|0)$", "chargeable"),
            "causeClass",
            ordered(
                    "非质量|人为|使用|误用|human|misuse|user|non.?quality|customer", "non-quality",
                    "质量|quality|product|defect", "quality",
                    "^(是|y|yes|true|1)$", "quality",
                    "^(否|n|no|false|0)$", "non-quality",
                    "其他|其它|other", "other"),
            "faults.responsibility",
            ordered(
                    "设计|design", "design",
                    "制造|生产|manufact|production", "manufacturing",
                    "装配|组装|assembl", "assembly",
                    "供应|外协|供方|supplier|vendor", "supplier",
                    "材料|物料|来料|material", "material",
                    "运输|物流|transport|shipping", "transport",
                    "安装|install", "installation",
                    "用户|使用|客户|user|customer|use", "use"),
            "resolved",
            ordered("未|没|不|否|not|no|un|pending|open", "false", "已|是|完|好|修|yes|y|fix|resolv|solved|ok|done", "true"));

    private CodeGuess() {}

    /** A value table for the column, or an empty one if none is needed. */
    static Map<String, String> table(String path, Field field, List<Cell> cells) {
        Map<String, String> hints = HINTS.get(path);
        Set<String> values = new LinkedHashSet<>();
        cells.forEach(cell -> values.add(cell.asText()));
        Map<String, String> table = new LinkedHashMap<>();
        if (hints == null || values.size() > MOST_VALUES) {
            return table;
        }
        for (String value : values) {
            Code known = field.codes().isEmpty() ? null : Spellings.of(field).find(value);
            if (known == null) {
                String text = Words.searchable(value).strip();
                hints.entrySet().stream()
                        .filter(hint ->
                                Pattern.compile(hint.getKey()).matcher(text).find())
                        .findFirst()
                        .ifPresent(hint -> table.put(value, hint.getValue()));
            }
        }
        return table;
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
