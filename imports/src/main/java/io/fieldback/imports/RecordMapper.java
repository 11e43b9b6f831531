// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.imports.mapping.Mapping;
import io.fieldback.imports.mapping.SheetRule;
import io.fieldback.imports.rows.CaseMapper;
import io.fieldback.imports.rows.Outcome;
import io.fieldback.imports.rows.Records;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps single foreign records, as they come by a topic, to events. It travels as the text of its mapping. Bare JSON and
 * Debezium's envelope are understood; a deletion becomes an event that withdraws the case. A stream has no file in which
 * equal records could be told apart: with an id by identity columns, the same record again is the same case again.
 */
public final class RecordMapper implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String yaml;
    private final String place;
    private transient @Nullable Mapping mapping;

    private RecordMapper(String yaml, String place) {
        this.yaml = yaml;
        this.place = place;
    }

    /** A mapper by this mapping. */
    public static RecordMapper of(Mapping mapping) {
        return new RecordMapper(mapping.text(), mapping.place());
    }

    /**
     * The events of a record, or the rejected rows of one that gives none: one JSON object each, without line ends.
     * Empty if no event rule wants the record.
     *
     * @param json the record
     * @param topic the topic it came by; the first rule whose `sheet` fits reads it, else the first of all
     * @param position where it stands, for messages: {@code orders-0@42}
     * @param receivedAt when it was received: the timestamp of the Kafka record
     */
    public List<byte[]> map(byte[] json, String topic, String position, Instant receivedAt) {
        Mapping rules = mapping();
        SheetRule named = rules.ruleFor(topic);
        SheetRule rule = named == null ? rules.sheets().get(0) : named;
        CaseMapper cases = new CaseMapper(rules, receivedAt, note -> {});
        Records.Content content = Records.read(json, position, rule);
        List<Outcome> outcomes;
        if (content instanceof Records.Content.State state) {
            outcomes = cases.map(rule, state.rows(), state.recordedAt());
        } else if (content instanceof Records.Content.Deletion deletion) {
            outcomes = cases.withdraw(rule, deletion.row(), deletion.recordedAt());
        } else {
            Records.Content.Damaged damaged = (Records.Content.Damaged) content;
            outcomes = List.of(
                    cases.damaged(damaged.damage().reason(), damaged.damage().detail(), position, damaged.original()));
        }
        List<byte[]> lines = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Mapped mapped) {
                lines.add(mapped.json());
            } else if (outcome instanceof Outcome.Refused refused) {
                lines.add(refused.json());
            }
        }
        return lines;
    }

    private Mapping mapping() {
        Mapping known = mapping;
        if (known == null) {
            known = Mapping.parse(yaml, place);
            mapping = known;
        }
        return known;
    }
}
