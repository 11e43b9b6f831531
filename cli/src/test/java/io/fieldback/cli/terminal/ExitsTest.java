// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ExitsTest {
    @Test
    void ourOwnSentenceIsFoundUnderTheWrappersOfTheEngine() {
        Throwable ours = new IllegalStateException("Cannot write warehouse w: it was made with another key");
        Throwable failure = new ExecutionException(new RuntimeException("Job execution failed.", ours));
        assertThat(Exits.sentence(failure, "ingest"))
                .isEqualTo("Cannot write warehouse w: it was made with another key");
    }

    @Test
    void theInnermostSentenceOfOursWins() {
        Throwable inner = new IllegalStateException("Cannot read b: gone");
        assertThat(Exits.sentence(new RuntimeException("Cannot read a: see cause", inner), "ingest"))
                .isEqualTo("Cannot read b: gone");
    }

    @Test
    void whatIsNoSentenceBecomesOne() {
        assertThat(Exits.sentence(new NoSuchFileException("/tmp/none.yaml"), "import"))
                .isEqualTo("Cannot import: NoSuchFileException: /tmp/none.yaml");
        assertThat(Exits.sentence(new RuntimeException("disk is full\nat line 1"), "ingest"))
                .isEqualTo("Cannot ingest: disk is full");
        assertThat(Exits.sentence(new IllegalStateException(), "verify"))
                .isEqualTo("Cannot verify: IllegalStateException");
    }
}
