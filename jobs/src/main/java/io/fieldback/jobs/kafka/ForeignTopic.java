// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.kafka;

import io.fieldback.imports.RecordMapper;
import io.fieldback.imports.mapping.Mapping;
import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.pipelines.intake.Translator;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A topic of another system, such as a change stream of an ERP, read by a mapping file.
 *
 * @param mapper by that mapping
 */
public record ForeignTopic(RecordMapper mapper) implements Translator {
    /** Read by {@code mapping}. */
    public static ForeignTopic by(Mapping mapping) {
        return new ForeignTopic(RecordMapper.of(mapping));
    }

    @Override
    public List<byte[]> translate(RawRecord foreign) {
        return mapper.map(
                Objects.requireNonNull(foreign.value()),
                foreign.seenIn(),
                foreign.seenIn() + "-" + foreign.partition() + "@" + foreign.position(),
                Instant.ofEpochMilli(Math.max(0, foreign.transportedAt())));
    }
}
