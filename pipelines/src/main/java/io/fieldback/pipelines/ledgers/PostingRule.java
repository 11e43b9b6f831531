// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.ledgers;

import io.fieldback.schemas.event.Event;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a content adds to the ledger. Pure; it travels with the job. */
@FunctionalInterface
public interface PostingRule extends Serializable {
    /** The postings of a content that happened on a day, days since 1970. */
    List<Posting> of(Event event, @Nullable Integer eventOn);
}
