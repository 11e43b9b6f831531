// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.rules.RuleFact.Demand;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.event.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is said of a problem that came again: how often, and when it came before. */
final class RepeatWording {
    /** Cases named in a sentence; the first and the newest are the ones that tell. */
    private static final int NAMED = 5;

    private RepeatWording() {}

    /** The change that the last case of a story makes. */
    static RuleChange change(RuleChange.Key key, List<RuleContent> story, RepeatRule.By by, int knownOn, int openedOn) {
        RuleContent last = story.get(story.size() - 1);
        Demand demand = (Demand) Objects.requireNonNull(last.fact());
        boolean unit = by == RepeatRule.By.UNIT || demand.identity().startsWith(Demand.UNIT);
        boolean major = story.stream().anyMatch(content -> content.fact() instanceof Demand each && each.major());
        long times =
                story.stream().filter(content -> content.type() == last.type()).count();
        int days = RepeatRule.day(last) - RepeatRule.day(story.get(0));
        boolean complaint = last.type() == EventType.COMPLAINT;
        String span = times + " times in " + days + (days == 1 ? " day" : " days");
        String english = unit
                ? "Unit " + demand.about().serialNo() + " was complained of for the same problem " + span
                : "A customer " + (complaint ? "complained of" : "asked for repair of") + " the same problem " + span;
        String chinese = (unit ? "机号 " + demand.about().serialNo() : "同一客户") + "在 " + days + " 天内就同一问题第 " + times
                + (complaint ? " 次投诉" : " 次报修");
        return new RuleChange(
                key,
                knownOn,
                openedOn,
                new RuleChange.Told(
                        AlertKind.REPEAT_COMPLAINT,
                        major ? "major" : "serious",
                        Wording.scope(demand.about(), unit ? demand.about().serialNo() : demand.identity()),
                        AlertFigures.counted(story.size())),
                null,
                story.stream().map(RuleContent::caseName).toList(),
                english + Wording.about(demand.about()) + ". History: "
                        + history(story, content -> content.type().wire() + ' ' + content.id(), ", ") + ".",
                chinese + Wording.zhAbout(demand.about()) + "。经过：" + history(story, Wording::zhCase, "，") + "。");
    }

    private static String history(List<RuleContent> story, Function<RuleContent, String> name, String comma) {
        List<RuleContent> named = story.size() <= NAMED
                ? story
                : Stream.concat(
                                story.subList(0, 1).stream(),
                                story.subList(story.size() - NAMED + 1, story.size()).stream())
                        .toList();
        return named.stream()
                .map(content -> LocalDate.ofEpochDay(RepeatRule.day(content)) + " " + name.apply(content))
                .collect(Collectors.joining(comma));
    }
}
