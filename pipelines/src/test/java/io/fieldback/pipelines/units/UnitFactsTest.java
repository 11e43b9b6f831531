// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.time.EventDay;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitFactsTest {
    private static final ZoneId ZONE = ZoneId.of("UTC");
    private static final int DAY = (int) LocalDate.parse("2026-03-05").toEpochDay();

    @Test
    void aRepairReportsItsUnitAndFailsItUnlessItIsMaintenance() {
        String repair = "'serialNo':'S','productModel':'M','region':'R','failedOn':'2026-03-05','labourMinor':7,"
                + "'faults':[{'component':'valve','labourMinor':3},{'component':'fan','symptomCode':'noise'}]";
        UnitFact reported = new UnitFact.Reported("M", "R", null);
        assertThat(facts(EventType.REPAIR, repair))
                .isEqualTo(Map.of(
                        "S",
                        List.of(
                                reported,
                                new UnitFact.Failed(
                                        false,
                                        DAY,
                                        "M",
                                        List.of(
                                                new UnitFact.Line("valve", null, 10),
                                                new UnitFact.Line("fan", "noise", 0))))));
        assertThat(facts(EventType.REPAIR, repair + ",'serviceKind':'maintenance'"))
                .isEqualTo(Map.of("S", List.of(reported)));
        assertThat(facts(EventType.REPAIR, repair + ",'voided':true")).isEmpty();
        assertThat(facts(EventType.REPAIR, "'failedOn':'2026-03-05'")).isEmpty();
    }

    @Test
    void onlyCompletionOrAcceptancePutsUnitsIntoService() {
        String units = "'serialNos':[{'serialNo':'A'},{'serialNo':'B'},{'role':'indoor'}],'invoicedOn':'2026-03-01'";
        int invoiced = DAY - 4;
        assertThat(facts(EventType.INSTALLATION, units + ",'acceptedAt':'2026-03-05T10:00:00Z'"))
                .isEqualTo(Map.of(
                        "A", List.of(new UnitFact.Installed(null, null, invoiced, DAY)),
                        "B", List.of(new UnitFact.Installed(null, null, invoiced, DAY))));
        assertThat(facts(EventType.INSTALLATION, units + ",'deliveredAt':'2026-03-05T10:00:00Z'"))
                .containsEntry("A", List.of(new UnitFact.Installed(null, null, invoiced, null)));
    }

    @Test
    void aReturnEndsOneUnitAndMayBeginAnother() {
        String returned = "'serialNo':'A','productModel':'M','requestedAt':'2026-03-05T10:00:00Z'";
        List<UnitFact> gone = List.of(new UnitFact.Returned(DAY));
        List<UnitFact> stays = List.of(new UnitFact.Returned(null));
        assertThat(facts(EventType.RETURN, returned + ",'replacementSerialNo':'B'"))
                .isEqualTo(Map.of("A", gone, "B", List.of(new UnitFact.Exchanged("M", null, DAY))));
        assertThat(facts(EventType.RETURN, returned + ",'replacementSerialNo':'A'"))
                .isEqualTo(Map.of("A", List.of(new UnitFact.Returned(DAY), new UnitFact.Exchanged("M", null, DAY))));
        assertThat(facts(EventType.RETURN, returned + ",'kind':'part','reasonClass':'quality'"))
                .isEqualTo(Map.of("A", stays));
        assertThat(facts(EventType.RETURN, returned + ",'reasonClass':'commissioned-repair'"))
                .isEqualTo(Map.of("A", stays));
        assertThat(facts(EventType.RETURN, returned + ",'returnedToOwnerAt':'2026-03-09T10:00:00Z'"))
                .isEqualTo(Map.of("A", stays));
        assertThat(facts(EventType.RETURN, returned + ",'reasonClass':'quality','component':'fan','creditMinor':9"))
                .isEqualTo(Map.of(
                        "A",
                        List.of(
                                new UnitFact.Returned(DAY),
                                new UnitFact.Failed(true, DAY, "M", List.of(new UnitFact.Line("fan", null, 9))))));
    }

    @Test
    void aMonthOfShippingStandsForItsFirstDay() {
        assertThat(facts(EventType.SHIPMENT, "'serialNo':'S','period':'2026-03'"))
                .isEqualTo(Map.of("S", List.of(new UnitFact.Shipped(null, null, null, DAY - 4))));
        assertThat(facts(EventType.SHIPMENT, "'quantity':12,'period':'2026-03'"))
                .isEmpty();
    }

    private static Map<String, List<UnitFact>> facts(EventType type, String fields) {
        String json = "{'type':'" + type.wire() + "','id':'1'," + fields + "}";
        Reading reading = new EventReader(ZONE).read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        Event event = ((Reading.Accepted) reading).event();
        EventDay day = EventDay.of(event, ZONE);
        Map<String, List<UnitFact>> facts = UnitFacts.of(
                event, day.day() == null ? null : (Integer) (int) day.day().toEpochDay(), day.basis());
        assertThat(UnitFacts.serialNos(event)).isEqualTo(facts.keySet());
        assertThat(facts.values()).noneMatch(List::isEmpty);
        return facts;
    }
}
