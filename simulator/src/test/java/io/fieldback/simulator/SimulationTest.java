// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.wire.EventReader;
import io.fieldback.schemas.wire.Reading;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
    private static final EventReader READER = new EventReader(ZoneId.of("Asia/Shanghai"));

    @Test
    void sameSeedGivesTheSameBytes() throws NoSuchAlgorithmException {
        assertThat(hash(Simulation.of(7, 8_000))).isEqualTo(hash(Simulation.of(7, 8_000)));
        assertThat(hash(Simulation.of(7, 8_000))).isNotEqualTo(hash(Simulation.of(8, 8_000)));
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "2, 999", "3, 5000", "4, 20000"})
    void hasExactlyTheEventsAskedFor(long seed, long events) {
        assertThat(Simulation.of(seed, events).stream().count()).isEqualTo(events);
    }

    @Test
    void refusesASizeItCannotMake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Simulation.of(1, 10))
                .withMessage("Cannot simulate 10 events: give 100 to 50000000");
    }

    @Test
    void everyEventIsAcceptedWithoutWarning() {
        for (SimulatedEvent simulated : Simulation.of(5, 20_000).withoutTombstones()) {
            Reading reading = READER.read(simulated.json());
            assertThat(reading).isInstanceOfSatisfying(Reading.Accepted.class, accepted -> {
                assertThat(accepted.warnings()).as(simulated.id()).isEmpty();
                assertThat(accepted.event().envelope().id()).isEqualTo(simulated.id());
                assertThat(accepted.event().envelope().receivedAt()).isEqualTo(simulated.receivedAt());
                assertThat(EventType.of(accepted.event())).isEqualTo(simulated.type());
            });
        }
    }

    @Test
    void eventsComeInTheOrderReceivedAndNotInTheOrderRecorded() {
        Instant last = Instant.MIN;
        Instant lastRecorded = Instant.MIN;
        int backwards = 0;
        for (Event event : events(Simulation.of(6, 10_000))) {
            assertThat(event.envelope().receivedAt()).isAfterOrEqualTo(last);
            last = event.envelope().receivedAt();
            backwards += event.envelope().recordedAt().isBefore(lastRecorded) ? 1 : 0;
            lastRecorded = event.envelope().recordedAt();
        }
        assertThat(backwards).isGreaterThan(2_000);
    }

    @Test
    void holdsRevisionsDuplicatesAndWithdrawalsInTheSharesOfRealSources() {
        Simulation simulation = Simulation.of(9, 40_000);
        Map<String, Set<Event>> contents = new HashMap<>();
        Map<EventType, Integer> types = new EnumMap<>(EventType.class);
        int duplicates = 0;
        int revisions = 0;
        int voided = 0;
        for (Event event : events(simulation)) {
            Set<Event> known = contents.computeIfAbsent(
                    EventType.of(event) + event.envelope().id(), key -> new HashSet<>());
            if (!known.add(Received.without(event))) {
                duplicates++;
            } else if (known.size() > 1) {
                revisions++;
            }
            voided += event.envelope().voided() ? 1 : 0;
            types.merge(EventType.of(event), 1, Integer::sum);
        }
        assertThat(duplicates / 40_000.0).isCloseTo(0.02, within(0.008));
        assertThat(revisions / 40_000.0).isCloseTo(0.045, within(0.015));
        assertThat(voided).isBetween(80, 400);
        assertThat(types.keySet())
                .containsExactlyInAnyOrder(
                        EventType.UNIT,
                        EventType.SHIPMENT,
                        EventType.POPULATION,
                        EventType.INSTALLATION,
                        EventType.REPAIR,
                        EventType.COMPLAINT,
                        EventType.RETURN);
    }

    @Test
    void tombstonesBecomeVoidedContentWhereThereIsNoKafka() {
        Set<String> tombstones = new HashSet<>();
        Set<String> voided = new HashSet<>();
        Simulation simulation = Simulation.of(3, 20_000);
        simulation.stream().filter(event -> event.json() == null).forEach(event -> tombstones.add(event.id()));
        for (Event event : events(simulation)) {
            if (event.envelope().voided()) {
                voided.add(event.envelope().id());
            }
        }
        assertThat(tombstones).isNotEmpty();
        assertThat(voided).containsAll(tombstones).hasSizeGreaterThan(tombstones.size());
    }

    private static Iterable<Event> events(Simulation simulation) {
        return () -> simulation.withoutTombstones().stream()
                .map(simulated -> ((Reading.Accepted) READER.read(simulated.json())).event())
                .iterator();
    }

    private static String hash(Simulation simulation) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (SimulatedEvent event : simulation) {
            digest.update(event.id().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            if (event.json() != null) {
                digest.update(event.json());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
