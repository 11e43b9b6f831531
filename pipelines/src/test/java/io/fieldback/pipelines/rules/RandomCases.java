// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import io.fieldback.pipelines.rules.RuleFact.Demand;
import io.fieldback.pipelines.rules.RuleFact.Incident;
import io.fieldback.pipelines.rules.RuleFact.Subject;
import io.fieldback.schemas.event.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random complaints and repairs of few customers, corrected, voided and moved from one customer or unit to another. */
final class RandomCases {
    private final Random random;
    private final int units;

    RandomCases(long seed, int units) {
        this.random = new Random(seed);
        this.units = units;
    }

    /** All contents of so many cases, in the order of their making. */
    List<Sighted> contents(int cases) {
        List<Sighted> contents = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            EventType type = random.nextInt(3) == 0 ? EventType.REPAIR : EventType.COMPLAINT;
            int day = 20_000 + random.nextInt(400);
            int versions = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
            for (int version = 0; version < versions; version++) {
                int known = day + random.nextInt(5) + 10 * version;
                contents.add(sighted(type, "C" + i, (long) version, day, known));
            }
        }
        return contents;
    }

    private Sighted sighted(EventType type, String id, long revision, int day, int known) {
        String hash = String.format("%032x", random.nextLong() & Long.MAX_VALUE);
        RuleContent content =
                new RuleContent(type, id, hash, false, revision, Instant.ofEpochSecond(86_400L * known), known, null);
        return new Sighted(content, random.nextInt(8) == 0 ? RuleFacts.NONE : facts(day));
    }

    private RuleFacts facts(int day) {
        String unit = random.nextInt(4) == 0 ? null : "S" + random.nextInt(units);
        String symptom = "E" + random.nextInt(2);
        Subject about = new Subject(day, unit, "KF", null, symptom, null, null, null);
        Demand demand = new Demand("h1:" + random.nextInt(2), symptom, false, about);
        return new RuleFacts(random.nextInt(10) == 0 ? new Incident("E9", about) : null, demand);
    }

    /** A content, and what it says. */
    record Sighted(RuleContent content, RuleFacts facts) {
        @Nullable
        Demand demand() {
            return facts.demand();
        }
    }
}
