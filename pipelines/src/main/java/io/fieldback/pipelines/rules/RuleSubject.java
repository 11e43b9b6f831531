// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.rules.RuleFact.Demand;
import io.fieldback.schemas.event.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a rule looks at: a case by itself, or a customer with one of its units. Texts are told by 64 bits of hash, so that
 * a case remembers in few bytes whom it was told to; two customers of one hash share a place and nothing else, because
 * what is told has their names.
 *
 * @param key where it is kept: of the case, or of the customer
 * @param unit {@link #CASE} of a case; of a customer's case the unit, 0 if none is named
 */
public record RuleSubject(long key, long unit) {
    /** The unit of a case by itself. */
    public static final long CASE = -1;

    /** A case by itself. */
    static RuleSubject ofCase(EventType type, String id) {
        return new RuleSubject(hash("case " + type.wire() + '/' + id), CASE);
    }

    /** The customer and unit of a demand. */
    static RuleSubject of(Demand demand) {
        return new RuleSubject(customer(demand.identity()), unit(demand.about().serialNo()));
    }

    static long customer(String identity) {
        return hash("customer " + identity);
    }

    static long unit(@Nullable String serialNo) {
        if (serialNo == null) {
            return 0;
        }
        long hash = hash(serialNo);
        return hash == CASE || hash == 0 ? 1 : hash;
    }

    /** What a content says to whom; nothing for nearly all contents. */
    public static Map<RuleSubject, RuleFact> told(EventType type, String id, RuleFacts facts) {
        RuleFact ofCase = facts.ofCase();
        Demand demand = facts.demand();
        if (ofCase == null) {
            return demand == null ? Map.of() : Map.of(of(demand), demand);
        }
        Map<RuleSubject, RuleFact> told = new LinkedHashMap<>();
        told.put(ofCase(type, id), ofCase);
        if (demand != null) {
            told.put(of(demand), demand);
        }
        return told;
    }

    /** FNV-1a over the characters, then the finisher of SplitMix64, which spreads what differs at the end. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
