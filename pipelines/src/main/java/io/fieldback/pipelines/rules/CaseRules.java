// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.rules.RuleFact.Decision;
import io.fieldback.pipelines.rules.RuleFact.Incident;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import io.fieldback.schemas.code.AlertVerdict;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a case raises by itself: an alert of safety at its first event, or what somebody decided about an alert. */
public final class CaseRules {
    private CaseRules() {}

    /** The changes that follow from all contents of one case: of the newest, if it says so. */
    public static List<RuleChange> of(Collection<RuleContent> contents) {
        for (RuleContent newest : Contents.standing(contents)) {
            if (newest.fact() instanceof Incident incident) {
                return List.of(safety(newest, incident));
            }
            if (newest.fact() instanceof Decision decision) {
                return List.of(decision(newest, decision));
            }
        }
        return List.of();
    }

    private static RuleChange safety(RuleContent content, Incident incident) {
        String name = content.caseName();
        RuleFact.Subject about = incident.about();
        String code = incident.code();
        String what = code == null ? "a major incident" : "safety code " + code;
        String was = code == null ? "重大事故" : "安全代码 " + code;
        Integer day = about.day();
        return new RuleChange(
                new RuleChange.Key(AlertIds.alert(AlertKind.SAFETY, "", name), Change.OPENED, name),
                content.knownOn(),
                content.knownOn(),
                new RuleChange.Told(
                        AlertKind.SAFETY,
                        code == null ? "major" : "safety",
                        Wording.scope(about, about.serialNo()),
                        AlertFigures.counted(1)),
                null,
                List.of(name),
                Wording.theCase(content) + (day == null ? "" : " of " + LocalDate.ofEpochDay(day)) + " reports " + what
                        + Wording.about(about) + ".",
                (day == null ? "" : LocalDate.ofEpochDay(day) + " 的") + Wording.zhCase(content) + " 报告" + was
                        + Wording.zhAbout(about) + "。");
    }

    private static RuleChange decision(RuleContent content, Decision decision) {
        Change change = switch (decision.kind()) {
            case JUDGE -> Change.JUDGED;
            case LINK -> Change.LINKED;
            case ACKNOWLEDGE, OTHER_UNMAPPED -> Change.ACKNOWLEDGED;
        };
        AlertVerdict found = decision.verdict();
        String verdict = found == null ? null : found.wire();
        String by = decision.by() == null ? "" : " by " + decision.by();
        String von = decision.by() == null ? "" : "由 " + decision.by() + " ";
        String english = switch (change) {
            case JUDGED -> "Judged" + (verdict == null ? "" : " " + verdict) + by;
            case LINKED -> "Linked to " + or(decision.actionId(), "an action") + by;
            default -> "Acknowledged" + by;
        };
        String chinese = switch (change) {
            case JUDGED -> von + "判定" + (found == null ? "" : "为" + Wording.verdict(found));
            case LINKED -> von + "关联措施 " + or(decision.actionId(), "");
            default -> von + "确认接收";
        };
        String comment = decision.comment() == null ? "" : decision.comment();
        String name = content.caseName();
        return new RuleChange(
                new RuleChange.Key(decision.alertId(), change, name),
                content.knownOn(),
                content.knownOn(),
                null,
                new RuleChange.Decided(decision.decidedAt(), decision.by(), verdict, decision.actionId()),
                List.of(name),
                english + (comment.isEmpty() ? "." : ": " + comment),
                chinese + (comment.isEmpty() ? "。" : "：" + comment));
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
