// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.terminal.Session;
import io.fieldback.schemas.privacy.PseudonymKey;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the secret of a warehouse is. */
public final class KeyOption {
    @Option(names = "--key-file", paramLabel = "FILE", descriptionKey = "key-file")
    private @Nullable Path file;

    /** The key of the file that the option names, else that of the environment, else that of the home folder. */
    public PseudonymKey load(Session session) {
        return file == null
                ? PseudonymKey.load(session.environment(), session.home())
                : PseudonymKey.load(Map.of("FIELDBACK_KEY_FILE", file.toString()), session.home());
    }
}
