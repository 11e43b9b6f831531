// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.notice;

import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.series.CodeUse;
import io.fieldback.pipelines.detection.series.CodeUse.Axis;
import io.fieldback.pipelines.detection.series.CodeUse.CodeKey;
import io.fieldback.pipelines.detection.series.Known;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Codes that a product line never used before. Whose cases another code lost is a split; many at once are another scheme;
 * a symptom that several sites report and no other code lost is a new symptom, which is a finding about the product. A
 * code that is split in all lines on one day is told once.
 */
final class CodeNotices {
    private static final int WAIT = 21;
    private static final int YOUNG = 120;
    private static final int LINE_OLD = 182;
    private static final int SOME = 3;
    private static final int SCHEME_CODES = 4;
    private static final double SCHEME_SHARE = 0.5;
    private static final int LATELY = 28;
    private static final int TOGETHER = 31;
    private static final long MEANT = 30;

    private final Known known;
    private final WatchRules rules;
    private final int day;
    private final CodeLoss loss;
    private final TreeMap<String, Integer> given;
    private final TreeMap<String, Integer> starts = new TreeMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private final TreeMap<String, List<CodeKey>> split = new TreeMap<>();
    private final TreeMap<String, List<CodeKey>> fresh = new TreeMap<>();

    CodeNotices(Known known, Outlook outlook, WatchRules rules, TreeMap<String, Integer> given) {
        this.known = known;
        this.rules = rules;
        this.day = outlook.day();
        this.loss = new CodeLoss(known, day);
        this.given = given;
    }

    List<Notice> look() {
        known.uses().forEach((key, use) -> starts.merge(key.line(), use.firstDay(), Math::min));
        TreeMap<String, List<CodeKey>> young = new TreeMap<>();
        for (Map.Entry<CodeKey, CodeUse> each : known.uses().entrySet()) {
            CodeKey key = each.getKey();
            CodeUse use = each.getValue();
            boolean isYoung = isNew(key, use) && day - use.firstKnown() >= WAIT / 2 && day - use.firstKnown() <= YOUNG;
            if (isYoung && !given.containsKey(name(key)) && cases(use) >= SOME) {
                young.computeIfAbsent(key.line(), line -> new ArrayList<>()).add(key);
            }
        }
        young.forEach(this::ofLine);
        split.forEach((lost, codes) -> told(codes, lost.substring(lost.lastIndexOf('|') + 1)));
        fresh.values().forEach(codes -> told(codes, null));
        return notices;
    }

    /** What is half as old goes with what has waited long enough: codes of one change do not begin on one day. */
    private void told(List<CodeKey> codes, @Nullable String lost) {
        if (codes.stream().anyMatch(this::hasWaited)) {
            codes.forEach(code -> given.put(name(code), day));
            if (lost != null) {
                codes.forEach(code -> given.put(split(code, lost), day));
            }
            NewCodes all = new NewCodes(codes, lost, cases(codes));
            notices.add(lost == null ? all.fresh(day) : all.split(day));
        }
    }

    private boolean hasWaited(CodeKey code) {
        return day - Objects.requireNonNull(known.uses().get(code)).firstKnown() >= WAIT;
    }

    private boolean isNew(CodeKey key, CodeUse use) {
        return use.firstDay() > starts.getOrDefault(key.line(), day) + LINE_OLD;
    }

    private void ofLine(String line, List<CodeKey> codes) {
        List<CodeKey> components =
                codes.stream().filter(code -> code.axis() == Axis.COMPONENT).toList();
        if (components.size() >= SCHEME_CODES && share(line, components) >= SCHEME_SHARE) {
            if (components.stream().anyMatch(this::hasWaited)) {
                codes.forEach(code -> given.put(name(code), day));
                notices.add(new NewCodes(components, null, cases(components)).scheme(day));
            }
            return;
        }
        for (CodeKey code : codes) {
            of(code, Objects.requireNonNull(known.uses().get(code)));
        }
    }

    private void of(CodeKey code, CodeUse use) {
        if (cameWithItsComponent(code, use)) {
            given.put(name(code), day);
            return;
        }
        String lost = loss.by(code, use);
        if (lost != null && given.containsKey(split(code, lost))) {
            given.put(name(code), day);
        } else if (lost != null) {
            split.computeIfAbsent(code.axis() + "|" + lost, any -> new ArrayList<>())
                    .add(code);
        } else if (code.axis() == Axis.SYMPTOM
                && use.sites().size() >= rules.newSymptomSites()
                && loss.casesBefore(code, use.firstDay()) >= MEANT) {
            if (hasWaited(code)) {
                given.put(name(code), day);
                notices.add(new NewCodes(List.of(code), null, cases(use))
                        .symptom(use.sites().size(), day));
            }
        } else {
            fresh.computeIfAbsent(code.axis() + "|" + code.line(), any -> new ArrayList<>())
                    .add(code);
        }
    }

    /** Symptoms of a component code that is new itself are no news. */
    private boolean cameWithItsComponent(CodeKey code, CodeUse use) {
        CodeKey parent = new CodeKey(code.line(), Axis.COMPONENT, "", code.parent());
        CodeUse its = code.axis() == Axis.SYMPTOM ? known.uses().get(parent) : null;
        return its != null && isNew(parent, its) && use.firstDay() - its.firstDay() <= TOGETHER;
    }

    private double share(String line, List<CodeKey> codes) {
        double all = 0;
        double its = 0;
        for (Map.Entry<CodeKey, CodeUse> each : known.uses().entrySet()) {
            if (each.getKey().line().equals(line) && each.getKey().axis() == Axis.COMPONENT) {
                double cases = each.getValue().happened().sum(day - LATELY, day);
                all += cases;
                its += codes.contains(each.getKey()) ? cases : 0;
            }
        }
        return all > 0 ? its / all : 0;
    }

    private long cases(List<CodeKey> codes) {
        return codes.stream()
                .mapToLong(code -> cases(Objects.requireNonNull(known.uses().get(code))))
                .sum();
    }

    private long cases(CodeUse use) {
        return use.happened().sum(use.firstDay(), day);
    }

    /** Names a split in whatever line: lines that fail seldom show it months after the others. */
    private static String split(CodeKey code, String lost) {
        return "split " + code.axis() + '|' + lost + '|' + code.code();
    }

    private static String name(CodeKey code) {
        return "code " + code.line() + '|' + code.axis() + '|' + code.parent() + '|' + code.code();
    }
}
