// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import io.fieldback.pipelines.detection.family.Finding.Wear;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.lifecycle.OpenAlert;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** One sentence, twice. Where units are not known by age it never speaks of a rate. */
final class Sentences {
    private static final int FEW = 3;

    /** With less a ratio says how little was expected, and nothing of how bad it is. */
    private static final double HARDLY_ANY = 0.5;

    private final Told told;
    private final AlertFigures figures;

    Sentences(Told told, AlertFigures figures) {
        this.told = told;
        this.figures = figures;
    }

    String english() {
        OpenAlert alert = told.alert();
        List<String> words = new ArrayList<>();
        words.add(
                switch (told.change()) {
                    case OPENED -> subject(false) + ":";
                    case WORSENED -> subject(false) + ", worse than told before:";
                    case LOCALISED -> subject(false) + ", now localised:";
                    case EASED -> subject(false) + ", eased:";
                    case CLOSED -> subject(false) + ", nothing beyond expectation any more:";
                    case WITHDRAWN, ACKNOWLEDGED, JUDGED, LINKED, ESCALATED, RETRACTED -> subject(false) + ":";
                });
        words.add(counted() + " in the "
                + (told.day() - told.from() + 1) + " days to " + LocalDate.ofEpochDay(told.day()) + " against "
                + (isHardlyExpected() ? "hardly any (" + expected() + ")" : expected()) + " expected "
                + basisEnglish());
        words.add("(" + interval()
                + (told.change() == Change.OPENED ? ", q " + Numbers.chance(alert.q()) : "")
                + ", E" + told.level() + ");");
        if (alert.kind() == AlertKind.WEAR_OUT) {
            words.add(wearEnglish());
        }
        words.add(alert.cause().isEmpty() ? "not localised" : "bound to " + CauseWords.of(alert.cause(), false));
        String text = String.join(" ", words);
        return told.level() <= 1 ? text + "; " + caution(false) + "." : text + ".";
    }

    String chinese() {
        OpenAlert alert = told.alert();
        StringBuilder text = new StringBuilder(subject(true));
        text.append(
                switch (told.change()) {
                    case OPENED -> "：";
                    case WORSENED -> "，较上次通知更严重：";
                    case LOCALISED -> "，已定位：";
                    case EASED -> "，已缓解：";
                    case CLOSED -> "，已不再超出预期：";
                    case WITHDRAWN, ACKNOWLEDGED, JUDGED, LINKED, ESCALATED, RETRACTED -> "：";
                });
        text.append("截至 ")
                .append(LocalDate.ofEpochDay(told.day()))
                .append(" 的 ")
                .append(told.day() - told.from() + 1)
                .append(" 天内")
                .append(measure(alert.measure(), true))
                .append(' ')
                .append(told.stretch().observed())
                .append(" 件，")
                .append(basisChinese())
                .append(isHardlyExpected() ? "几乎不应发生（预期 " : "预期 ")
                .append(expected())
                .append(isHardlyExpected() ? " 件，" : " 件（")
                .append(interval()
                        .replace(" at least", " 以上")
                        .replace(", ", "，")
                        .replace(" %", "%"));
        if (told.change() == Change.OPENED) {
            text.append("，q ").append(Numbers.chance(alert.q()));
        }
        text.append("，E").append(told.level()).append("）；");
        if (alert.kind() == AlertKind.WEAR_OUT) {
            text.append(wearChinese());
        }
        text.append(alert.cause().isEmpty() ? "未能定位" : "集中于 " + CauseWords.of(alert.cause(), true));
        if (told.level() <= 1) {
            text.append("；").append(caution(true));
        }
        return text.append("。").toString();
    }

    /** The products that were counted as long as they are few, the component, and which of its failures. */
    private String subject(boolean chinese) {
        OpenAlert alert = told.alert();
        Counted counted = told.counted();
        List<String> parts = new ArrayList<>();
        List<String> products = alert.product().isEmpty() ? counted.products() : List.of(alert.product());
        if (products.size() <= FEW) {
            parts.add(String.join(chinese ? "、" : ", ", products));
        }
        if (!alert.component().isEmpty()) {
            parts.add(alert.component());
        }
        if (!counted.without().isEmpty()) {
            parts.add(without(counted.without(), chinese));
        }
        Part part = counted.part();
        if (part != null && !alert.cause().contains(part.text())) {
            parts.add(CauseWords.of(part.text(), chinese));
        }
        String name = String.join(" ", parts).replace(" （", "（");
        if (alert.kind() == AlertKind.NEW_PRODUCT) {
            return chinese ? "新产品 " + name : "New product " + name;
        }
        return name;
    }

    /** A whole product is looked at without the components that have alerts of their own, and without new ones. */
    private static String without(List<String> components, boolean chinese) {
        String these = components.size() <= FEW
                ? String.join(chinese ? "、" : ", ", components)
                : components.size() + (chinese ? "个部件" : " components");
        return chinese ? "（" + these + "除外）" : "besides " + these;
    }

    private String expected() {
        return Numbers.text(told.stretch().expected().mean());
    }

    /** What is expected is never less than a floor, so that one case more or less is no matter of ten times. */
    private boolean isHardlyExpected() {
        return told.change() != Change.CLOSED && told.stretch().expected().mean() < HARDLY_ANY;
    }

    /** Which ages have the excess; it is not of all that is counted. */
    private String wearEnglish() {
        Wear wear = told.wear();
        return wear == null
                ? "the excess grows with age;"
                : "the excess grows with age: from " + wear.from() + " months in service on " + wear.observed()
                        + " against " + Numbers.text(wear.expected()) + " that the younger let expect;";
    }

    private String wearChinese() {
        Wear wear = told.wear();
        return wear == null
                ? "超出部分随使用时间增长；"
                : "超出部分随使用时间增长：使用满 " + wear.from() + " 个月起 " + wear.observed() + " 件，按使用时间较短的产品推算预期 "
                        + Numbers.text(wear.expected()) + " 件；";
    }

    private String interval() {
        Double ratio = figures.ratio();
        Double low = figures.ratioLow();
        Double high = figures.ratioHigh();
        if (ratio == null) {
            return "×?";
        }
        if (isHardlyExpected()) {
            return "×" + (low == null ? "?" : Numbers.text(low)) + " at least, 95 %";
        }
        return "×" + Numbers.text(ratio) + ", 95 % " + (low == null ? "?" : Numbers.text(low)) + "–"
                + (high == null ? "?" : Numbers.text(high));
    }

    private String counted() {
        String several = measure(told.alert().measure(), false);
        long observed = told.stretch().observed();
        return observed + " " + (observed == 1 ? several.substring(0, several.length() - 1) : several);
    }

    private static String measure(Measure measure, boolean chinese) {
        return switch (measure) {
            case INCIDENT -> chinese ? "故障" : "failures";
            case COMPLAINT -> chinese ? "投诉" : "complaints";
            case QUALITY_RETURN -> chinese ? "质量退换货" : "quality returns";
            case OTHER_VISIT -> chinese ? "其他上门" : "other visits";
        };
    }

    private String basisEnglish() {
        return switch (told.basis()) {
            case EXPOSURE -> "of units of their age";
            case POPULATION -> "of the units in the field";
            case HISTORY -> "from its own history";
            case PREDECESSOR -> "if it were as its predecessor " + told.like();
            case SERIES -> "if it were as the other models of its line";
            case COMPONENT -> "if the component were as elsewhere";
        };
    }

    private String basisChinese() {
        return switch (told.basis()) {
            case EXPOSURE -> "按同龄在用台数";
            case POPULATION -> "按在用台数";
            case HISTORY -> "按自身历史";
            case PREDECESSOR -> "按前代机型" + told.like();
            case SERIES -> "按同产品线其他机型";
            case COMPONENT -> "按同类部件";
        };
    }

    private String caution(boolean chinese) {
        if (told.level() == 1) {
            return chinese ? "在用台数的机龄未知" : "the age of the units is unknown, younger or older units could explain it";
        }
        return chinese ? "销量未知，在用台数增加也可能导致" : "sales are unknown, more units in use could explain it";
    }
}
