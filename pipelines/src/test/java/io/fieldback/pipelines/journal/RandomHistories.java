// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.pipelines.ledgers.FailureCell;
import io.fieldback.pipelines.ledgers.Measures;
import io.fieldback.pipelines.ledgers.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Sightings of the contents of one case, from small pools, so that ties, repeats and contradictions are frequent. */
final class RandomHistories {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;

    RandomHistories(long seed) {
        this.random = new Random(seed);
    }

    /** 1 to 6 sightings of 1 to 4 contents. */
    List<Version> sightings() {
        List<Version> contents = new ArrayList<>();
        int distinct = 1 + random.nextInt(4);
        for (int i = 0; i < distinct; i++) {
            contents.add(content(i));
        }
        List<Version> sightings = new ArrayList<>(contents);
        for (int extra = random.nextInt(3); extra > 0; extra--) {
            sightings.add(seenAgain(contents.get(random.nextInt(distinct))));
        }
        return sightings;
    }

    private Version content(int number) {
        boolean tombstone = random.nextInt(12) == 0;
        List<Posting> postings = tombstone || random.nextInt(6) == 0 ? List.of() : postings();
        return new Version(
                "%032x".formatted(number + 16L * random.nextInt(4)),
                tombstone,
                random.nextBoolean() ? (Long) (long) random.nextInt(3) : null,
                random.nextBoolean() ? moment() : null,
                random.nextInt(4) > 0 ? moment() : null,
                day(),
                random.nextBoolean(),
                postings);
    }

    private Version seenAgain(Version content) {
        return new Version(
                content.contentHash(),
                content.tombstone(),
                content.revision(),
                content.recordedAt(),
                random.nextInt(4) > 0 ? moment() : null,
                day(),
                random.nextBoolean(),
                content.postings());
    }

    private List<Posting> postings() {
        List<Posting> postings = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            FailureCell cell = new FailureCell(
                    "M" + random.nextInt(2), "C" + random.nextInt(2), null, null, "quality", "R1", random.nextInt(3));
            postings.add(new Posting(cell, new Measures(1, 1, random.nextInt(3), 0, 0, random.nextInt(100), 0)));
        }
        return postings;
    }

    private Instant moment() {
        return START.plusSeconds(86_400L * random.nextInt(6));
    }

    private int day() {
        return 20_000 + random.nextInt(6);
    }
}
