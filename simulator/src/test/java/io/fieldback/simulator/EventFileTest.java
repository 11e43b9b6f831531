// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {
    @TempDir
    Path folder;

    @Test
    void compressedAndPlainFileHoldTheSameLines() throws IOException {
        Simulation simulation = Simulation.of(2, 1_500);
        Path plain = folder.resolve("events.ndjson");
        Path compressed = folder.resolve("events.ndjson.gz");

        EventFile.Written written = EventFile.write(simulation, plain);
        EventFile.write(simulation, compressed);

        byte[] bytes = Files.readAllBytes(plain);
        assertThat(written.lines()).isEqualTo(1_500);
        assertThat(written.bytes()).isEqualTo(bytes.length);
        assertThat((double) bytes.length / written.lines()).isBetween(400.0, 800.0);
        try (GZIPInputStream stream = new GZIPInputStream(Files.newInputStream(compressed))) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(Files.readString(folder.resolve("events.ndjson.gz.truth.json")))
                .isEqualTo(simulation.truth().toJson());
    }

    @Test
    void onlyTheOwnerMayReadClearNames() throws IOException {
        Path file = folder.resolve("events.ndjson");
        EventFile.write(Simulation.of(2, 100), file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
