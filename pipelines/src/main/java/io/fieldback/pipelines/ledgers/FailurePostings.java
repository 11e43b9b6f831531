// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.ledgers;

import io.fieldback.schemas.code.CauseClass;
import io.fieldback.schemas.code.Code;
import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ServiceKind;
import io.fieldback.schemas.event.Complaint;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.event.FittedPart;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.event.Return;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a content adds to the failure ledger: a pure rule, and the only place that knows it on the writing side.
 *
 * <p>A repair counts if its kind is failure or not said. The order, its labour, travel and downtime go to the cell of
 * its main fault; each line goes to its own cell with its parts and labour. Complaints and quality returns are counted
 * in measures of their own and never added to failures.
 */
public final class FailurePostings {
    private static final Fault NO_FAULT = new Fault(null, null, null, null, null, null, List.of(), null);

    private FailurePostings() {}

    /**
     * The postings of a content.
     *
     * @param event the content; a withdrawn one adds nothing
     * @param eventOn day it happened, days since 1970
     */
    public static List<Posting> of(Event event, @Nullable Integer eventOn) {
        if (event.envelope().voided()) {
            return List.of();
        }
        if (event instanceof Repair repair) {
            return repair(repair, eventOn);
        }
        if (event instanceof Complaint complaint) {
            return List.of(new Posting(
                    new FailureCell(
                            complaint.productModel(),
                            complaint.component(),
                            complaint.symptomCode(),
                            null,
                            wire(complaint.causeClass()),
                            complaint.region(),
                            eventOn),
                    new Measures(0, 0, 0, 1, 0, 0, 0)));
        }
        if (event instanceof Return returned && returned.reasonClass() == ReasonClass.QUALITY) {
            return List.of(new Posting(
                    new FailureCell(
                            returned.productModel(),
                            returned.component(),
                            returned.symptomCode(),
                            returned.causeCode(),
                            CauseClass.QUALITY.wire(),
                            returned.region(),
                            eventOn),
                    new Measures(0, 0, 0, 0, 1, orZero(returned.creditMinor()), 0)));
        }
        return List.of();
    }

    private static List<Posting> repair(Repair repair, @Nullable Integer eventOn) {
        if (repair.serviceKind() != null && repair.serviceKind() != ServiceKind.FAILURE) {
            return List.of();
        }
        List<Fault> lines = repair.faults();
        Fault main = lines.isEmpty() ? NO_FAULT : lines.get(0);
        List<Posting> postings = new ArrayList<>(lines.size() + 1);
        Set<@Nullable String> components = new HashSet<>();
        components.add(main.component());
        long order = orZero(repair.labourMinor()) + orZero(repair.travelMinor());
        postings.add(new Posting(
                cell(repair, main, eventOn),
                new Measures(
                        1, 1, lines.isEmpty() ? 0 : 1, 0, 0, order + cost(main), orZero(repair.downtimeMinutes()))));
        for (Fault line : lines.subList(Math.min(1, lines.size()), lines.size())) {
            long incident = components.add(line.component()) ? 1 : 0;
            postings.add(new Posting(cell(repair, line, eventOn), new Measures(0, incident, 1, 0, 0, cost(line), 0)));
        }
        return postings;
    }

    private static FailureCell cell(Repair repair, Fault line, @Nullable Integer eventOn) {
        return new FailureCell(
                repair.productModel(),
                line.component(),
                line.symptomCode(),
                line.causeCode(),
                wire(repair.causeClass()),
                repair.region(),
                eventOn);
    }

    private static long cost(Fault line) {
        long cost = orZero(line.labourMinor());
        for (FittedPart part : line.parts()) {
            cost += orZero(part.costMinor());
        }
        return cost;
    }

    private static long orZero(@Nullable Long value) {
        return Objects.requireNonNullElse(value, 0L);
    }

    private static @Nullable String wire(@Nullable Code code) {
        return code == null ? null : code.wire();
    }
}
