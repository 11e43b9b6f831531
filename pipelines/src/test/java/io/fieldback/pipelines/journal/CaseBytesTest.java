// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.pipelines.ledgers.FailureCell;
import io.fieldback.pipelines.ledgers.Measures;
import io.fieldback.pipelines.ledgers.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseBytesTest {
    private static final int HISTORIES = 5_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatIsWrittenIsReadBack(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            List<Version> versions = new ArrayList<>();
            for (int v = 1 + random.nextInt(3); v > 0; v--) {
                versions.add(version(random));
            }
            List<String> units = List.of("SN-1", "机-2", "").subList(0, random.nextInt(4));
            CaseHistory history = new CaseHistory(versions, units);

            assertThat(CaseBytes.read(CaseBytes.write(history))).isEqualTo(history);
            assertThat(CaseBytes.write(versions.get(0), units))
                    .isEqualTo(CaseBytes.write(new CaseHistory(versions.subList(0, 1), units)));
        }
    }

    @Test
    void ordinaryCaseTakesFewerThanAHundredBytesAndAFurtherFaultAFewMore() throws Exception {
        FailureCell main = new FailureCell("KF-72", "fan-motor", "S-0412", "C-031", "quality", "south-west", 20_515);
        FailureCell further = new FailureCell("KF-72", "capacitor", "S-0410", "C-031", "quality", "south-west", 20_515);
        Posting order = new Posting(main, new Measures(1, 1, 1, 0, 0, 23_500, 240));
        Posting line = new Posting(further, new Measures(0, 1, 1, 0, 0, 4_500, 0));

        List<String> unit = List.of("KF72-250417");
        assertThat(CaseBytes.write(ordinary(List.of()), List.of())).hasSizeLessThanOrEqualTo(32);
        assertThat(CaseBytes.write(ordinary(List.of(order)), List.of())).hasSizeLessThanOrEqualTo(90);
        assertThat(CaseBytes.write(ordinary(List.of(order)), unit)).hasSizeLessThanOrEqualTo(100);
        assertThat(CaseBytes.write(ordinary(List.of(order, line)), unit)).hasSizeLessThanOrEqualTo(130);
    }

    private static Version ordinary(List<Posting> postings) {
        Instant recorded = Instant.parse("2026-03-04T09:15:30Z");
        Instant received = recorded.plusSeconds(4_000);
        return new Version("00112233445566778899aabbccddeeff", false, 1L, recorded, received, 20_516, false, postings);
    }

    private static Version version(Random random) {
        byte[] hash = new byte[16];
        random.nextBytes(hash);
        int knownOn = random.nextInt(40_000);
        List<Posting> postings = new ArrayList<>();
        for (int p = random.nextInt(4); p > 0; p--) {
            postings.add(new Posting(
                    new FailureCell(
                            text(random),
                            text(random),
                            text(random),
                            text(random),
                            text(random),
                            text(random),
                            random.nextInt(5) == 0 ? null : (Integer) random.nextInt(40_000)),
                    new Measures(
                            random.nextInt(2),
                            -random.nextInt(2),
                            random.nextInt(3),
                            random.nextInt(2),
                            random.nextInt(2),
                            random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(1_000),
                            random.nextInt(300))));
        }
        return new Version(
                HexFormat.of().formatHex(hash),
                random.nextInt(10) == 0,
                random.nextBoolean() ? (Long) (long) random.nextInt(20) : null,
                time(random),
                time(random),
                knownOn,
                random.nextBoolean(),
                postings);
    }

    private static @Nullable String text(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> "";
            case 2 -> "风机-" + random.nextInt(3);
            default -> "C-" + random.nextInt(3);
        };
    }

    private static @Nullable Instant time(Random random) {
        long second = 300_000_000L + random.nextInt(2_000_000_000);
        return switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> Instant.ofEpochSecond(second);
            default -> Instant.ofEpochSecond(second, random.nextInt(1_000_000) * 1_000L);
        };
    }
}
