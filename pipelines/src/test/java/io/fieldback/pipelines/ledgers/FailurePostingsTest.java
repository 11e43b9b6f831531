// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.ledgers;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailurePostingsTest {
    private static final int DAY = 20_000;

    @Test
    void anOrderCountsAtItsMainFaultAndEachLineAtItsOwn() {
        List<Posting> postings = postings("""
                {"type":"repair","id":"1","productModel":"M","region":"R","causeClass":"quality","labourMinor":100,
                 "travelMinor":20,"downtimeMinutes":45,"faults":[
                 {"component":"valve","symptomCode":"leak","parts":[{"costMinor":300},{"costMinor":7}]},
                 {"component":"board","causeCode":"short","labourMinor":9},
                 {"component":"valve","symptomCode":"noise"}]}""");
        assertThat(postings)
                .containsExactly(
                        new Posting(cell("valve", "leak", null), new Measures(1, 1, 1, 0, 0, 427, 45)),
                        new Posting(cell("board", null, "short"), new Measures(0, 1, 1, 0, 0, 9, 0)),
                        new Posting(cell("valve", "noise", null), new Measures(0, 0, 1, 0, 0, 0, 0)));
    }

    @Test
    void anOrderWithoutLinesIsStillAnOrder() {
        assertThat(postings("{\"type\":\"repair\",\"id\":\"1\",\"productModel\":\"M\",\"downtimeMinutes\":3}"))
                .containsExactly(new Posting(
                        new FailureCell("M", null, null, null, null, null, DAY), new Measures(1, 1, 0, 0, 0, 0, 3)));
    }

    @Test
    void onlyFailuresAreFailures() {
        for (String kind : List.of("maintenance", "installation-fault", "no-fault-found", "advice", "campaign")) {
            assertThat(postings("{\"type\":\"repair\",\"id\":\"1\",\"serviceKind\":\"" + kind + "\"}"))
                    .as(kind)
                    .isEmpty();
        }
        assertThat(postings("{\"type\":\"repair\",\"id\":\"1\",\"serviceKind\":\"something new\"}"))
                .isEmpty();
    }

    @Test
    void onlyReturnsForQualityCount() {
        assertThat(postings("{\"type\":\"return\",\"id\":\"1\",\"reasonClass\":\"no-reason\"}"))
                .isEmpty();
        assertThat(postings("{\"type\":\"return\",\"id\":\"1\",\"reasonClass\":\"quality\",\"creditMinor\":50}"))
                .singleElement()
                .satisfies(posting -> assertThat(posting.measures()).isEqualTo(new Measures(0, 0, 0, 0, 1, 50, 0)));
    }

    @Test
    void aComplaintIsNoFailure() {
        assertThat(postings("{\"type\":\"complaint\",\"id\":\"1\",\"component\":\"valve\"}"))
                .singleElement()
                .satisfies(posting -> assertThat(posting.measures()).isEqualTo(new Measures(0, 0, 0, 1, 0, 0, 0)));
    }

    @Test
    void aWithdrawnCaseAddsNothing() {
        assertThat(postings("{\"type\":\"repair\",\"id\":\"1\",\"voided\":true}"))
                .isEmpty();
    }

    private static FailureCell cell(String component, String symptom, String cause) {
        return new FailureCell("M", component, symptom, cause, "quality", "R", DAY);
    }

    private static List<Posting> postings(String json) {
        Reading reading = new EventReader(ZoneId.of("Asia/Shanghai")).read(json.getBytes(StandardCharsets.UTF_8));
        Event event = ((Reading.Accepted) reading).event();
        return FailurePostings.of(event, DAY);
    }
}
