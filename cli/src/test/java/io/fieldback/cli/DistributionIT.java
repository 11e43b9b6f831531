// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip, unpacked elsewhere, runs by Java alone. */
class DistributionIT {
    private static final Path ZIP = Path.of("target", "fieldback-dist.zip").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void unpackedItRuns() throws Exception {
        assumeTrue(Files.exists(ZIP), "there is no " + ZIP + ": -Dquick leaves it out");
        Path home = unpack();
        assertThat(home.resolve("samples/repairs.xlsx")).exists();
        assertThat(home.resolve("README.md")).exists();
        Process process = new ProcessBuilder(home.resolve("fieldback").toString(), "--version")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).startsWith("fieldback ");
    }

    private Path unpack() throws IOException {
        Path top = folder;
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path target = folder.resolve(entry.getName()).normalize();
                assertThat(target).startsWithRaw(folder);
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, target);
                    }
                }
                top = folder.resolve(
                        entry.getName().substring(0, entry.getName().indexOf('/')));
            }
        }
        assertThat(top.resolve("fieldback").toFile().setExecutable(true)).isTrue();
        return top;
    }
}
