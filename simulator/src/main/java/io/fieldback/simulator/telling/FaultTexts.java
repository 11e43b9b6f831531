// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.telling;

import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.simulator.chance.Dice;
import io.fieldback.simulator.life.Visit;
import io.fieldback.simulator.world.Component;
import io.fieldback.simulator.world.Person;
import java.util.List;
import java.util.Locale;

/** What technicians write, personal data included that should not be there. */
public final class FaultTexts {
    private static final List<String> OPENINGS = List.of("用户反映", "客户报修", "用户来电称", "上门检查", "");
    private static final List<String> CLOSINGS = List.of("，更换后正常。", "，已更换配件，试机正常。", "，处理后恢复。", "，已修复。", "");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private FaultTexts() {}

    /** The text of a visit. */
    static String text(Visit told, Person person, Dice dice) {
        String text = switch (told.kind()) {
            case FAILURE -> failure(told, dice);
            case INSTALLATION_FAULT -> "安装不规范，管路接口渗水，重新紧固。";
            case NO_FAULT_FOUND -> "上门检测整机正常，未见异常。";
            case MAINTENANCE -> "用户要求保养，清洗滤网和内胆。";
            case INSPECTION -> "例行巡检，运行正常。";
            case CAMPAIGN -> "专项升级，更换软件版本。";
            case ADVICE -> "用户咨询使用方法，已现场指导。";
            case OTHER_UNMAPPED -> "";
        };
        double personal = dice.uniform();
        if (personal < 0.03) {
            return text + "联系电话" + person.phone();
        }
        return personal < 0.037 ? text + "身份证" + identityNumber(dice) : text;
    }

    private static String failure(Visit told, Dice dice) {
        Component component = told.unit().model().line().components().get(told.component());
        String symptom = component.symptoms().get(told.symptom()).chinese();
        String again = told.again() ? "，上次维修后再次出现" : "";
        String subject = symptom.startsWith(component.chinese()) ? "" : component.chinese();
        return dice.pick(OPENINGS) + subject + symptom + again + dice.pick(CLOSINGS);
    }

    /** An invented identity number with a right check digit. */
    public static String identityNumber(Dice dice) {
        String digits = "3101"
                + String.format(
                        Locale.ROOT,
                        "%02d%04d%02d%02d%03d",
                        dice.between(1, 20),
                        dice.between(1955, 2002),
                        dice.between(1, 12),
                        dice.between(1, 28),
                        dice.below(1_000));
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** Whether a visit of this kind is a failure, as a word of the trade. */
    public static String chinese(ServiceKind kind) {
        return switch (kind) {
            case FAILURE -> "故障维修";
            case INSTALLATION_FAULT -> "安装故障";
            case NO_FAULT_FOUND -> "未见异常";
            case MAINTENANCE -> "保养";
            case INSPECTION -> "巡检";
            case CAMPAIGN -> "专项";
            case ADVICE -> "咨询";
            case OTHER_UNMAPPED -> "其他";
        };
    }
}
