// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.schemas.event.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Sightings of contents that one unit is told of, from small pools, so that ties and contradictions are frequent. */
final class RandomUnits {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int FIRST_DAY = 20_000;

    private final Random random;
    private int made;

    RandomUnits(long seed) {
        this.random = new Random(seed);
    }

    /** 1 to 9 sightings of 1 to 6 contents of some cases. */
    List<UnitContent> sightings() {
        List<UnitContent> contents = new ArrayList<>();
        int distinct = 1 + random.nextInt(6);
        for (int i = 0; i < distinct; i++) {
            contents.add(content());
        }
        List<UnitContent> sightings = new ArrayList<>(contents);
        for (int extra = random.nextInt(3); extra > 0; extra--) {
            UnitContent again = contents.get(random.nextInt(distinct));
            sightings.add(new UnitContent(
                    again.type(),
                    again.id(),
                    again.contentHash(),
                    again.tombstone(),
                    again.revision(),
                    again.orderedAt() == null ? null : moment(),
                    FIRST_DAY + random.nextInt(6),
                    again.facts()));
        }
        return sightings;
    }

    private UnitContent content() {
        EventType type = UnitFacts.NAMING.get(random.nextInt(5));
        boolean tombstone = random.nextInt(12) == 0;
        made++;
        return new UnitContent(
                type,
                "C-" + random.nextInt(3),
                "%032x".formatted(made * 31L % 1_000 * 4_096L + made),
                tombstone,
                random.nextBoolean() ? (Long) (long) random.nextInt(3) : null,
                random.nextInt(4) > 0 ? moment() : null,
                FIRST_DAY + random.nextInt(6),
                tombstone || random.nextInt(6) == 0 ? List.of() : facts(type));
    }

    private List<UnitFact> facts(EventType type) {
        return switch (type) {
            case UNIT -> List.of(new UnitFact.Registered(text("M"), text("R"), day(), day(), day()));
            case SHIPMENT -> List.of(new UnitFact.Shipped(text("M"), text("R"), day(), day()));
            case INSTALLATION -> List.of(new UnitFact.Installed(text("M"), text("R"), day(), day()));
            case REPAIR ->
                random.nextInt(4) == 0
                        ? List.of(new UnitFact.Reported(text("M"), text("R"), day()))
                        : List.of(new UnitFact.Reported(text("M"), text("R"), day()), failed(false));
            default ->
                switch (random.nextInt(3)) {
                    case 0 -> List.of(new UnitFact.Returned(day()));
                    case 1 -> List.of(new UnitFact.Returned(day()), failed(true));
                    default -> List.of(new UnitFact.Exchanged(text("M"), text("R"), day()));
                };
        };
    }

    private UnitFact failed(boolean byReturn) {
        List<UnitFact.Line> lines = new ArrayList<>();
        for (int i = byReturn ? 1 : 1 + random.nextInt(3); i > 0; i--) {
            lines.add(new UnitFact.Line(text("C"), text("S"), random.nextInt(100)));
        }
        return new UnitFact.Failed(byReturn, day(), text("M"), lines);
    }

    private @Nullable String text(String prefix) {
        return random.nextInt(4) == 0 ? null : prefix + random.nextInt(3);
    }

    private @Nullable Integer day() {
        return random.nextInt(4) == 0 ? null : (Integer) (19_900 + random.nextInt(100));
    }

    private Instant moment() {
        return START.plusSeconds(86_400L * random.nextInt(6));
    }
}
