// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ByteLinesTest {
    @Test
    void linesEndInLfOrCrLfAndTheLastNeedsNoEnd() throws IOException {
        assertThat(lines("a\r\nb\n\nc", 100)).containsExactly("a", "b", "", "c");
        assertThat(lines("a\n", 100)).containsExactly("a");
        assertThat(lines("", 100)).isEmpty();
    }

    @Test
    void aLongLineIsCutAndTheNextIsWhole() throws IOException {
        assertThat(lines("x".repeat(200_000) + "\nnext\n", 70_000)).containsExactly("x".repeat(70_000), "next");
    }

    private static List<String> lines(String text, int limit) throws IOException {
        List<String> lines = new ArrayList<>();
        try (ByteLines bytes = new ByteLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), limit)) {
            for (byte[] line = bytes.next(); line != null; line = bytes.next()) {
                lines.add(new String(line, StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
