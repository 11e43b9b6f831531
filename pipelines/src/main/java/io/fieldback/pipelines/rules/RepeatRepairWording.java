// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import static java.time.ZoneOffset.UTC;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows that tell of a fault that came back after its repair, or take that back. */
final class RepeatRepairWording {
    private RepeatRepairWording() {}

    /**
     * A fault came back.
     *
     * @param changeId its name
     * @param alertId that of its alert
     * @param change opened or worsened
     * @param openedOn of the alert, days since 1970
     * @param day by whose end it is known
     * @param chain up to the repeat that is told
     * @param share of such repairs that are repeated
     * @param rules fingerprint
     */
    static AlertChange told(
            String changeId,
            String alertId,
            Change change,
            int openedOn,
            int day,
            RepairChain chain,
            double share,
            String rules) {
        RepairChain.Link last = chain.links().get(chain.repeats());
        RepairChain.Link before = chain.links().get(chain.repeats() - 1);
        RepairVisit visit = last.visits().get(0);
        int times = chain.repeats();
        int after = last.eventOn() - before.completedOn();
        String percent = String.format(Locale.ROOT, "%.2g", 100 * share) + " %";
        String what = (visit.productModel() == null ? "" : visit.productModel() + " ") + visit.component();
        String english = what + " of unit " + visit.serialNo() + " failed again on " + date(last.eventOn()) + ", "
                + after
                + (after == 1 ? " day" : " days") + " after it was repaired"
                + (times == 1 ? "" : ", the " + ordinal(times) + " time in a row within " + RepairChain.DAYS + " days")
                + "; of such repairs " + percent + " are repeated within " + RepairChain.DAYS + " days.";
        String chinese =
                "机号 " + visit.serialNo() + " 的 " + what + " 修复后 " + after + " 天，于 " + date(last.eventOn()) + " 再次故障"
                        + (times == 1 ? "" : "，已连续 " + times + " 次在 " + RepairChain.DAYS + " 天内返修") + "；此类维修 "
                        + RepairChain.DAYS + " 天内的返修率为 " + percent + "。";
        return row(
                changeId,
                alertId,
                change,
                day,
                openedOn,
                new AlertScope(
                        visit.productModel(),
                        visit.component(),
                        visit.symptomCode(),
                        null,
                        visit.region(),
                        visit.siteId(),
                        null,
                        visit.serialNo()),
                new AlertFigures(
                        null,
                        "history",
                        (long) times + 1,
                        null,
                        null,
                        null,
                        null,
                        Math.pow(share, times),
                        null,
                        null,
                        null,
                        null),
                chain.cases(),
                english,
                chinese,
                rules,
                null);
    }

    /** What was told does not hold any more, because a repair it rests on was withdrawn or corrected. */
    static AlertChange takenBack(String changeId, AlertChange told, int day, String rules) {
        return row(
                changeId,
                told.alertId(),
                Change.WITHDRAWN,
                day,
                Math.toIntExact(told.openedOn().toEpochDay()),
                told.scope(),
                told.figures(),
                told.cases(),
                "Withdrawn, because what it rested on was withdrawn or corrected: " + told.english(),
                "已撤销，因所依据的记录被作废或更正：" + told.chinese(),
                rules,
                told.changeId());
    }

    private static AlertChange row(
            String changeId,
            String alertId,
            Change change,
            int day,
            int openedOn,
            AlertScope scope,
            AlertFigures figures,
            List<String> cases,
            String english,
            String chinese,
            String rules,
            @Nullable String answers) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return new AlertChange(
                changeId,
                alertId,
                AlertKind.REPEAT_REPAIR,
                change,
                date,
                date.plusDays(1).atStartOfDay(UTC).toInstant(),
                LocalDate.ofEpochDay(openedOn),
                "serious",
                scope,
                figures,
                List.of(),
                null,
                null,
                null,
                cases,
                english,
                chinese,
                null,
                rules,
                answers);
    }

    private static String date(int day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    private static String ordinal(int number) {
        int tens = number % 100;
        String end = tens >= 11 && tens <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return number + end;
    }
}
