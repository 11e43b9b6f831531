// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text that is generated and committed: a test holds the two together, {@code -Dgolden.update} writes it anew. */
final class Golden {
    private static final boolean UPDATE = System.getProperty("golden.update") != null;

    private Golden() {}

    static boolean update() {
        return UPDATE;
    }

    static void check(Path file, String generated) throws IOException {
        if (UPDATE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as("%s is generated; run the tests of schemas with -Dgolden.update and look at the difference", file)
                .exists()
                .content(StandardCharsets.UTF_8)
                .isEqualTo(generated);
    }
}
