// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.CodeUse;
import io.fieldback.pipelines.detection.series.CodeUse.Axis;
import io.fieldback.pipelines.detection.series.CodeUse.CodeKey;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Codes that a product line never used before. Whose cases another code lost is a split; many at once are another scheme;
 * a symptom that several sites report and no other code lost is a new symptom, which is a finding about the product.
 */
final class CodeNotices {
    private static final int WAIT = 21;
    private static final int YOUNG = 120;
    private static final int LINE_OLD = 182;
    private static final int SOME = 3;
    private static final int SCHEME_CODES = 4;
    private static final double SCHEME_SHARE = 0.5;
    private static final int BEFORE = 182;
    private static final double LOST = 0.5;
    private static final long MEANT = 30;

    private final Known known;
    private final Outlook outlook;
    private final WatchRules rules;
    private final TreeMap<String, Integer> given;
    private final List<Notice> notices = new ArrayList<>();

    CodeNotices(Known known, Outlook outlook, WatchRules rules, TreeMap<String, Integer> given) {
        this.known = known;
        this.outlook = outlook;
        this.rules = rules;
        this.given = given;
    }

    List<Notice> look() {
        int day = outlook.day();
        TreeMap<String, Integer> starts = new TreeMap<>();
        known.uses().forEach((key, use) -> starts.merge(key.line(), use.firstDay(), Math::min));
        TreeMap<String, List<CodeKey>> fresh = new TreeMap<>();
        for (Map.Entry<CodeKey, CodeUse> each : known.uses().entrySet()) {
            CodeUse use = each.getValue();
            CodeKey key = each.getKey();
            boolean young = use.firstDay() > starts.getOrDefault(key.line(), day) + LINE_OLD
                    && day - use.firstKnown() >= WAIT
                    && day - use.firstKnown() <= YOUNG;
            if (young && !given.containsKey(name(key)) && use.happened().sum(use.firstDay(), day) >= SOME) {
                fresh.computeIfAbsent(key.line(), line -> new ArrayList<>()).add(key);
            }
        }
        fresh.forEach(this::ofLine);
        return notices;
    }

    private void ofLine(String line, List<CodeKey> codes) {
        int day = outlook.day();
        codes.forEach(code -> given.put(name(code), day));
        List<CodeKey> components =
                codes.stream().filter(code -> code.axis() == Axis.COMPONENT).toList();
        if (components.size() >= SCHEME_CODES && share(line, components) >= SCHEME_SHARE) {
            notices.add(notice(
                    AlertKind.CODE_SCHEME,
                    line,
                    null,
                    null,
                    components.size(),
                    "Line " + line + " uses another scheme of component codes: " + components.size() + " new codes",
                    "产品线" + line + "的部件代码体系已更换：新代码" + components.size() + "个"));
            return;
        }
        for (CodeKey code : codes) {
            CodeUse use = known.uses().get(code);
            if (use != null) {
                of(code, use);
            }
        }
    }

    private void of(CodeKey code, CodeUse use) {
        int day = outlook.day();
        long cases = use.happened().sum(use.firstDay(), day);
        String component = code.axis() == Axis.COMPONENT ? code.code() : none(code.parent());
        String symptom = code.axis() == Axis.SYMPTOM ? code.code() : null;
        String what = code.axis() == Axis.COMPONENT ? "Component code " : "Symptom code ";
        String chineseWhat = code.axis() == Axis.COMPONENT ? "部件代码" : "现象代码";
        String lost = lost(code, use);
        if (lost != null) {
            notices.add(notice(
                    AlertKind.CODE_SPLIT,
                    code.line(),
                    component,
                    symptom,
                    cases,
                    what + code.code() + " took over cases of " + lost + " in line " + code.line(),
                    chineseWhat + code.code() + "在产品线" + code.line() + "中承接了" + lost + "的案例"));
        } else if (code.axis() == Axis.SYMPTOM
                && use.sites().size() >= rules.newSymptomSites()
                && casesBefore(code, use.firstDay()) >= MEANT) {
            notices.add(notice(
                    AlertKind.NEW_SYMPTOM,
                    code.line(),
                    component,
                    symptom,
                    cases,
                    "Symptom " + code.code() + ", never seen in line " + code.line() + " before, was reported " + cases
                            + " times by " + use.sites().size() + " sites",
                    "产品线" + code.line() + "首次出现现象" + code.code() + "："
                            + use.sites().size() + "个网点共" + cases + "例"));
        } else {
            notices.add(notice(
                    AlertKind.NEW_CODE,
                    code.line(),
                    component,
                    symptom,
                    cases,
                    what + code.code() + " is new in line " + code.line() + ": " + cases + " cases",
                    "产品线" + code.line() + "启用新" + chineseWhat + code.code() + "：" + cases + "例"));
        }
    }

    /** Cases of all symptoms of the component in the year before: of few, none is new. */
    private long casesBefore(CodeKey code, int first) {
        long cases = 0;
        for (Map.Entry<CodeKey, CodeUse> each : known.uses().entrySet()) {
            CodeKey other = each.getKey();
            if (other.line().equals(code.line())
                    && other.axis() == code.axis()
                    && other.parent().equals(code.parent())
                    && !other.code().equals(code.code())) {
                cases += each.getValue().happened().sum(first - 365, first - 1);
            }
        }
        return cases;
    }

    /** The code that lost by the new one, if one did. */
    private @Nullable String lost(CodeKey code, CodeUse use) {
        int day = outlook.day();
        int first = use.firstDay();
        String found = null;
        double greatest = 0;
        for (Map.Entry<CodeKey, CodeUse> each : known.uses().entrySet()) {
            CodeKey other = each.getKey();
            boolean comparable = other.line().equals(code.line())
                    && other.axis() == code.axis()
                    && other.parent().equals(code.parent())
                    && each.getValue().firstDay() < first - BEFORE / 2;
            if (!comparable) {
                continue;
            }
            double usual = each.getValue().happened().sum(first - BEFORE, first - 1)
                    / (double) BEFORE
                    * (day - first + 1)
                    * 0.7;
            double still = each.getValue().happened().sum(first, day);
            boolean related = code.code().startsWith(other.code());
            double missing = usual - still;
            boolean loses = still < LOST * usual && missing >= SOME || related && still <= usual;
            double weight = related ? missing + 1000 : missing;
            if (loses && weight > greatest) {
                greatest = weight;
                found = other.code();
            }
        }
        return found;
    }

    private double share(String line, List<CodeKey> codes) {
        int day = outlook.day();
        double all = 0;
        double its = 0;
        for (Map.Entry<CodeKey, CodeUse> each : known.uses().entrySet()) {
            if (each.getKey().line().equals(line) && each.getKey().axis() == Axis.COMPONENT) {
                double cases = each.getValue().happened().sum(day - 28, day);
                all += cases;
                its += codes.contains(each.getKey()) ? cases : 0;
            }
        }
        return all > 0 ? its / all : 0;
    }

    private static String name(CodeKey code) {
        return "code " + code.line() + '|' + code.axis() + '|' + code.parent() + '|' + code.code();
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }

    private Notice notice(
            AlertKind kind,
            String line,
            @Nullable String component,
            @Nullable String symptom,
            long cases,
            String english,
            String chinese) {
        AlertScope scope = new AlertScope(null, component, symptom, null, null, null, null, null);
        LocalDate day = LocalDate.ofEpochDay(outlook.day());
        return new Notice(
                kind,
                scope,
                cases,
                Double.NaN,
                List.of("line=" + line),
                english + " by " + day + ".",
                chinese + "，截至" + day + "。");
    }
}
