// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.cli.embedded.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A warehouse that a command makes anew each time it runs. It deletes only what it made itself. */
final class OwnWarehouse {
    private static final String MARK = "made-anew-each-time";

    private OwnWarehouse() {}

    /** An empty folder for a warehouse. Throws if one is there that holds anything else. */
    static Path anew(Path folder, String command) throws IOException {
        if (Files.exists(folder) && !isEmpty(folder)) {
            if (!Files.exists(folder.resolve(MARK))) {
                throw new IOException("Cannot run " + command + " into " + folder + ": it holds something that "
                        + command + " did not make; give another folder or remove it");
            }
            Folders.delete(folder);
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(MARK), command + "\n");
        return folder;
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }
}
