// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.topics;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Settings of Kafka clients in a file, such as {@code security.protocol} and what goes with it. */
public final class ClientProperties {
    private ClientProperties() {}

    /** The settings of a file; none if there is no file. */
    public static Map<String, String> read(@Nullable Path file) throws IOException {
        Map<String, String> properties = new HashMap<>();
        if (file == null) {
            return properties;
        }
        Properties read = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            read.load(in);
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot read Kafka settings " + file + ": there is no such file", e);
        }
        for (String name : read.stringPropertyNames()) {
            properties.put(name, read.getProperty(name, ""));
        }
        return properties;
    }
}
