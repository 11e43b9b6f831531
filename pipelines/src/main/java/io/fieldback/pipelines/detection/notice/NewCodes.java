// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.series.CodeUse.Axis;
import io.fieldback.pipelines.detection.series.CodeUse.CodeKey;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Codes of one kind of which the same is to be told: one notice, however many they are.
 *
 * @param codes new ones, of one axis
 * @param lost the code whose cases they took over, or null
 * @param cases of all of them
 */
record NewCodes(List<CodeKey> codes, @Nullable String lost, long cases) {
    private static final int LISTED = 8;

    Notice split(int day) {
        return notice(
                AlertKind.CODE_SPLIT,
                what() + " took over cases of " + lost + " in " + lines(),
                chineseWhat("") + "在产品线" + list(lineCodes(), "、") + "中承接了" + lost + "的案例",
                day);
    }

    Notice fresh(int day) {
        return notice(
                AlertKind.NEW_CODE,
                what() + (names().size() == 1 ? " is" : " are") + " new in " + lines() + ": " + cases + " cases",
                "产品线" + list(lineCodes(), "、") + "启用" + chineseWhat("新") + "：" + cases + "例",
                day);
    }

    Notice scheme(int day) {
        return notice(
                AlertKind.CODE_SCHEME,
                "Line " + list(lineCodes(), ", ") + " uses another scheme of component codes: " + names().size()
                        + " new codes",
                "产品线" + list(lineCodes(), "、") + "的部件代码体系已更换：新代码" + names().size() + "个",
                day);
    }

    Notice symptom(int sites, int day) {
        return notice(
                AlertKind.NEW_SYMPTOM,
                "Symptom " + list(names(), ", ") + of() + ", never seen in " + lines() + " before, was reported "
                        + cases + " times by " + sites + " sites",
                "产品线" + list(lineCodes(), "、") + "首次出现" + chineseOf() + "现象" + list(names(), "、") + "：" + sites + "个网点共"
                        + cases + "例",
                day);
    }

    private Notice notice(AlertKind kind, String english, String chinese, int day) {
        boolean symptoms = codes.get(0).axis() == Axis.SYMPTOM;
        String name = names().size() == 1 ? names().get(0) : lost;
        String component = symptoms ? single(codes.stream().map(CodeKey::parent)) : name;
        LocalDate date = LocalDate.ofEpochDay(day);
        return new Notice(
                kind,
                new AlertScope(null, component, symptoms ? name : null, null, null, null, null, null),
                kind == AlertKind.CODE_SCHEME ? names().size() : cases,
                Double.NaN,
                lineCodes().stream().map(line -> "line=" + line).toList(),
                english + " by " + date + ".",
                chinese + "，截至" + date + "。");
    }

    private String what() {
        boolean isSymptom = codes.get(0).axis() == Axis.SYMPTOM;
        String kind = isSymptom ? "Symptom code" : "Component code";
        return kind + (names().size() == 1 ? " " : "s ") + list(names(), ", ") + of();
    }

    private String chineseWhat(String adjective) {
        boolean isSymptom = codes.get(0).axis() == Axis.SYMPTOM;
        return chineseOf() + adjective + (isSymptom ? "现象代码" : "部件代码") + list(names(), "、");
    }

    private String of() {
        return components().isEmpty() ? "" : " of " + list(components(), ", ");
    }

    private String chineseOf() {
        return components().isEmpty() ? "" : "部件" + list(components(), "、") + "的";
    }

    /** The components that have the symptoms: to each a symptom may be new by itself. */
    private List<String> components() {
        return codes.stream()
                .map(CodeKey::parent)
                .filter(parent -> !parent.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    private String lines() {
        return (lineCodes().size() == 1 ? "line " : "lines ") + list(lineCodes(), ", ");
    }

    private List<String> names() {
        return codes.stream().map(CodeKey::code).distinct().sorted().toList();
    }

    private List<String> lineCodes() {
        return codes.stream().map(CodeKey::line).distinct().sorted().toList();
    }

    private static @Nullable String single(Stream<String> values) {
        List<String> distinct = values.distinct().toList();
        return distinct.size() == 1 && !distinct.get(0).isEmpty() ? distinct.get(0) : null;
    }

    private static String list(List<String> values, String between) {
        String listed = values.stream().limit(LISTED).collect(Collectors.joining(between));
        return values.size() > LISTED ? listed + between + "…" : listed;
    }
}
