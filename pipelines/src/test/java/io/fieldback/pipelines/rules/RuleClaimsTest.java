// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.pipelines.rules.RandomCases.Sighted;
import io.fieldback.pipelines.rules.RuleFact.Demand;
import io.fieldback.pipelines.rules.RuleFact.Incident;
import io.fieldback.pipelines.rules.RuleFact.Subject;
import io.fieldback.schemas.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the rules say of cases that a person can follow. */
class RuleClaimsTest {
    private static final RuleSettings RULES = RuleSettings.STANDARD;
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    @Test
    void theSecondComplaintOfTheSameSymptomWithinNinetyDaysEscalatesWithItsHistory() throws Exception {
        assertThat(sentences(complaint("C1", "li", "S1", "E17", 0), complaint("C2", "li", "S1", "E17", 90)))
                .containsExactly("A customer complained of the same problem 2 times in 90 days: KF, symptom E17."
                        + " History: 2026-03-01 complaint C1, 2026-05-30 complaint C2.");
        assertThat(sentences(complaint("C1", "li", "S1", "E17", 0), complaint("C2", "li", "S1", "E17", 91)))
                .isEmpty();
        assertThat(sentences(complaint("C1", "li", "S1", "E17", 0), complaint("C2", "li", "S1", "E18", 5)))
                .isEmpty();
        assertThat(sentences(complaint("C1", "li", "S1", "E17", 0), complaint("C2", "wu", "S1", "E17", 5)))
                .isEmpty();
    }

    @Test
    void aRepairThatAnswersAComplaintRepeatsNothingAndASecondRequestDoes() throws Exception {
        Sighted complaint = complaint("C1", "li", "S1", "E17", 0);
        Sighted answer = demand(EventType.REPAIR, "R1", "li", "S1", "E17", 3);
        Sighted again = demand(EventType.REPAIR, "R2", "li", "S1", "E17", 20);
        assertThat(sentences(complaint, answer)).isEmpty();
        assertThat(sentences(complaint, answer, again))
                .singleElement()
                .asString()
                .startsWith("A customer asked for repair of the same problem 2 times in 17 days");
    }

    @Test
    void complaintsAndTheRepairsThatAnswerThemAreOneAlertThatWorsens() throws Exception {
        List<@Nullable Object[]> rows = new AlertLog(RULES)
                .take(List.of(
                        complaint("C1", "li", "S1", "E17", 0),
                        demand(EventType.REPAIR, "R1", "li", "S1", "E17", 2),
                        complaint("C2", "li", "S1", "E17", 20),
                        demand(EventType.REPAIR, "R2", "li", "S1", "E17", 22),
                        complaint("C3", "li", "S1", "E17", 40)))
                .rows();
        assertThat(rows).extracting(row -> row[AlertLog.at("change")]).containsExactly("opened", "worsened");
        assertThat(rows)
                .extracting(row -> row[AlertLog.at("alert_id")])
                .containsOnly(rows.get(0)[AlertLog.at("alert_id")]);
    }

    @Test
    void whoReportsForOthersIsToldByTheUnit() throws Exception {
        List<Sighted> shop = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            shop.add(complaint("C" + i, "shop", "S" + i, "E17", i));
        }
        AlertLog log = new AlertLog(RULES).take(shop);
        assertThat(log.standing()).isEmpty();
        log.take(List.of(complaint("C9", "shop", "S3", "E17", 30)));
        assertThat(log.standing()).singleElement().asString().endsWith("opened complaint/C9");
        assertThat(log.rows().get(log.rows().size() - 1)[AlertLog.at("sentence_en")])
                .asString()
                .startsWith("Unit S3 was complained of for the same problem 2 times in 27 days");
    }

    @Test
    void aFleetIsHeldAgainstItsOwnHistory() throws Exception {
        List<Sighted> fleet = new ArrayList<>();
        for (int month = 0; month < 14; month++) {
            for (int i = 0; i < (month == 13 ? 20 : 3); i++) {
                fleet.add(demand(
                        EventType.REPAIR, "R" + month + "-" + i, "fleet", "S" + i, "E" + month + i, 31 * month + i));
            }
        }
        List<@Nullable Object[]> rows = new AlertLog(RULES).take(fleet).rows();
        assertThat(rows).extracting(row -> row[AlertLog.at("kind")]).containsExactly("customer");
        assertThat(rows.get(0)[AlertLog.at("sentence_en")])
                .asString()
                .contains("complaints and repairs in 2027-04 against 3.0 expected from its own 13 months before");
    }

    @Test
    void aChangeOfTheKeyMakesNobodyAnotherCustomer() throws Exception {
        RuleSettings rotated = RULES.withPseudonyms(Map.of("h2:new", "h1:old"));
        assertThat(rotated.identity("h2:new", null)).isEqualTo("h1:old");
        assertThat(rotated.identity("h1:old", "4711")).isEqualTo("h1:old");
        assertThat(rotated.fingerprint()).isEqualTo(RULES.fingerprint());
    }

    @Test
    void placeholdersAreNobody() {
        assertThat(RULES.identity(null, "散客")).isNull();
        assertThat(RULES.identity(null, " N/A ")).isNull();
        assertThat(RULES.identity(null, "4711")).isEqualTo("4711");
    }

    @Test
    void aSafetyCodeAlertsAtTheFirstEventAndIsWithdrawnWhenItIsRecoded() throws Exception {
        Subject about = about("S1", "FIRE", 0);
        Sighted first =
                new Sighted(content(EventType.COMPLAINT, "C1", 0, 1), new RuleFacts(new Incident("FIRE", about), null));
        Sighted recoded = new Sighted(content(EventType.COMPLAINT, "C1", 0, 2), RuleFacts.NONE);
        AlertLog log = new AlertLog(RULES.withSafetyCodes(Set.of("FIRE"))).take(List.of(first));
        assertThat(log.rows().get(0)[AlertLog.at("sentence_en")])
                .isEqualTo("Complaint C1 of 2026-03-01 reports safety code FIRE: KF, symptom FIRE.");
        assertThat(log.rows().get(0)[AlertLog.at("sentence_zh")])
                .isEqualTo("2026-03-01 的投诉 C1 报告安全代码 FIRE：KF，现象 FIRE。");
        assertThat(log.take(List.of(recoded)).standing()).isEmpty();
        assertThat(new AlertLog(RULES).take(List.of(recoded, first)).rows()).isEmpty();
    }

    @Test
    void rulesThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new RuleSettings(Set.of(), Map.of(), Set.of(), Map.of(), 0, 5, 10, 1e-4, 2, 5))
                .hasMessage("Cannot look for repeats within 0 days, 5 units of an intermediary and 10 of a fleet:"
                        + " days and units must be positive, and a fleet larger than an intermediary");
    }

    private static List<String> sentences(Sighted... contents) throws Exception {
        return new AlertLog(RULES)
                .take(List.of(contents)).rows().stream()
                        .map(row -> String.valueOf(row[AlertLog.at("sentence_en")]))
                        .toList();
    }

    private static Sighted complaint(String id, String customer, String unit, String symptom, int day) {
        return demand(EventType.COMPLAINT, id, customer, unit, symptom, day);
    }

    private static Sighted demand(EventType type, String id, String customer, String unit, String symptom, int day) {
        return new Sighted(
                content(type, id, day, 1),
                new RuleFacts(null, new Demand(customer, symptom, false, about(unit, symptom, day))));
    }

    private static Subject about(String unit, String symptom, int day) {
        return new Subject((int) MARCH.plusDays(day).toEpochDay(), unit, "KF", null, symptom, null, null, null);
    }

    private static RuleContent content(EventType type, String id, int day, long revision) {
        return new RuleContent(
                type,
                id,
                String.format("%016x%016x", id.hashCode() & 0xffffffffL, revision),
                false,
                revision,
                Instant.EPOCH,
                (int) MARCH.plusDays(day).toEpochDay(),
                null);
    }
}
