// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault that comes back after its repair, where that is unusual. */
class RepeatRepairsTest {
    /** Ten repairs a week; of the new model's 4 %, of the old one's 60 % are repeated. */
    private static UsualRepeats usual() {
        UsualRepeats usual = new UsualRepeats();
        for (int month = FleetRule.monthOf(0); month < 24; month++) {
            usual.add(month, "NEW", "pump", 400, 8, 335);
            usual.add(month, "OLD", "pump", 80, 48, 335);
        }
        return usual;
    }

    private static List<AlertChange> told(List<RepairVisit> visits, AlertChange... past) {
        return new RepeatRepairs(usual(), List.of(past), 0, 400, "rules").of(visits);
    }

    @Test
    void theFirstRepeatOfAFaultThatHardlyEverComesBackIsTold() {
        List<AlertChange> changes = told(List.of(visit("NEW", "R-1", 10), visit("NEW", "R-2", 30)));
        assertThat(changes).hasSize(1);
        AlertChange alert = changes.get(0);
        assertThat(alert.kind()).isEqualTo(AlertKind.REPEAT_REPAIR);
        assertThat(alert.change()).isEqualTo(Change.OPENED);
        assertThat(alert.knownOn()).isEqualTo(LocalDate.ofEpochDay(31));
        assertThat(alert.cases()).containsExactly("repair/R-1", "repair/R-2");
        assertThat(alert.english())
                .isEqualTo("NEW pump of unit U-1 failed again on 1970-01-31, 20 days after it was repaired; of such"
                        + " repairs 2.5 % are repeated within 30 days.");
        assertThat(alert.chinese()).isEqualTo("机号 U-1 的 NEW pump 修复后 20 天，于 1970-01-31 再次故障；此类维修 30 天内的返修率为 2.5 %。");
    }

    @Test
    void whatComesBackAfterThirtyDaysOrOnTheSameDayIsNoRepeat() {
        assertThat(told(List.of(visit("NEW", "R-1", 10), visit("NEW", "R-2", 41))))
                .isEmpty();
        assertThat(told(List.of(visit("NEW", "R-1", 10), visit("NEW", "R-2", 10))))
                .isEmpty();
        assertThat(told(List.of(visit("NEW", "R-1", 10), visit("NEW", "R-2", 40))))
                .hasSize(1);
    }

    @Test
    void whereItIsUsualOnlyALongRowIsToldAndAgainWhenItIsTwiceAsLong() {
        List<RepairVisit> visits = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            visits.add(visit("OLD", "R-" + i, 10 + 10 * i));
        }
        assertThat(told(visits)).extracting(AlertChange::change).containsExactly(Change.OPENED, Change.WORSENED);
        assertThat(told(visits))
                .extracting(change -> change.figures().observed())
                .containsExactly(6L, 11L);
        assertThat(told(visits).get(1).english())
                .contains("10 days after it was repaired, the 10th time in a row within 30 days; of such repairs 50 %");
    }

    @Test
    void aRepairThatIsVoidedTakesTheAlertBackAndOneThatIsReplacedDoesNot() {
        RepairVisit first = visit("NEW", "R-1", 10);
        assertThat(told(List.of(until(first, 35), visit("NEW", "R-2", 30))))
                .extracting(AlertChange::change)
                .containsExactly(Change.OPENED, Change.WITHDRAWN);
        List<AlertChange> again = told(List.of(until(first, 35), from(first, 35), visit("NEW", "R-2", 30)));
        assertThat(again).extracting(AlertChange::change).containsExactly(Change.OPENED);
        List<AlertChange> voidedForAWhile = told(List.of(until(first, 35), from(first, 36), visit("NEW", "R-2", 30)));
        assertThat(voidedForAWhile)
                .extracting(AlertChange::change)
                .containsExactly(Change.OPENED, Change.WITHDRAWN, Change.OPENED);
        assertThat(voidedForAWhile.get(1).answers())
                .isEqualTo(voidedForAWhile.get(0).changeId());
        assertThat(voidedForAWhile.get(2).changeId())
                .isNotEqualTo(voidedForAWhile.get(0).changeId());
    }

    @Test
    void whatACustomerAskedForTwiceIsNotToldAgain() {
        List<RepairVisit> visits = List.of(visit("NEW", "R-1", 10), visit("NEW", "R-2", 30));
        AlertChange customer = new AlertChange(
                "c",
                "a",
                AlertKind.REPEAT_COMPLAINT,
                Change.OPENED,
                LocalDate.ofEpochDay(31),
                Instant.EPOCH,
                LocalDate.ofEpochDay(31),
                "serious",
                AlertScope.of("NEW", "pump"),
                AlertFigures.counted(2),
                List.of(),
                null,
                null,
                null,
                List.of("repair/R-1", "repair/R-2"),
                "",
                "",
                null,
                "rules");
        assertThat(told(visits, customer)).isEmpty();
    }

    @Test
    void aProcessThatGoesOnTellsNothingTwiceAndFindsWhatCameAFewDaysLate() {
        List<RepairVisit> visits = List.of(visit("NEW", "R-1", 10), visit("NEW", "R-2", 30));
        AlertChange told = told(visits).get(0);
        assertThat(new RepeatRepairs(usual(), List.of(told), 31, 400, "rules").of(visits))
                .isEmpty();
        assertThat(new RepeatRepairs(usual(), List.of(), 33, 400, "rules").of(visits))
                .extracting(AlertChange::knownOn)
                .containsExactly(LocalDate.ofEpochDay(34));
        assertThat(new RepeatRepairs(usual(), List.of(), 60, 400, "rules").of(visits))
                .isEmpty();
    }

    @Test
    void withoutHalfAYearOfRepairsNothingIsKnownToBeUnusual() {
        UsualRepeats young = new UsualRepeats();
        young.add(0, "NEW", "pump", 1000, 10, 100);
        assertThat(young.isUnusual(0, "NEW", "pump", 3)).isFalse();
        young.add(0, "NEW", "fan", 10, 0, 150);
        assertThat(young.isUnusual(0, "NEW", "pump", 3)).isTrue();
        assertThat(young.isUnusual(1, "NEW", "pump", 3)).isFalse();
    }

    private static RepairVisit visit(String model, String id, int day) {
        return new RepairVisit("U-1", "pump", day, day, id, day + 1, Integer.MAX_VALUE, model, "leak", "south", "S-1");
    }

    private static RepairVisit until(RepairVisit visit, int day) {
        return new RepairVisit(
                "U-1",
                "pump",
                visit.eventOn(),
                visit.completedOn(),
                visit.id(),
                visit.fromOn(),
                day,
                visit.productModel(),
                "leak",
                "south",
                "S-1");
    }

    private static RepairVisit from(RepairVisit visit, int day) {
        return new RepairVisit(
                "U-1",
                "pump",
                visit.eventOn(),
                visit.completedOn(),
                visit.id(),
                day,
                Integer.MAX_VALUE,
                visit.productModel(),
                "leak",
                "south",
                "S-1");
    }
}
