// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Whom to tell of a content of a case: every subject that any content of the case was told to, because one that is no
 * longer concerned has to know that too. A subject that is new to the case is told of its other contents first, so that
 * nobody is told what does not hold; and subjects that are concerned before those that are not, so that a case which
 * goes over to another unit of one customer is never away from both.
 */
public final class RuleTelling {
    /** Takes what is told. */
    public interface Listener {
        /** A content for a subject. */
        void told(RuleSubject subject, RuleContent content) throws IOException;
    }

    private RuleTelling() {}

    /**
     * Tells of a content.
     *
     * @param content that came, or was sighted earlier than thought; its fact is not looked at
     * @param facts what it says to whom
     * @param earlier other contents of the case
     * @param known subjects that these were told to
     */
    public static void tell(
            RuleContent content,
            Map<RuleSubject, RuleFact> facts,
            List<RuleContent> earlier,
            Collection<RuleSubject> known,
            Listener listener)
            throws IOException {
        for (Map.Entry<RuleSubject, RuleFact> fact : facts.entrySet()) {
            if (!known.contains(fact.getKey())) {
                for (RuleContent other : earlier) {
                    listener.told(fact.getKey(), other.saying(null));
                }
            }
            listener.told(fact.getKey(), content.saying(fact.getValue()));
        }
        for (RuleSubject subject : known) {
            if (!facts.containsKey(subject)) {
                listener.told(subject, content.saying(null));
            }
        }
    }
}
