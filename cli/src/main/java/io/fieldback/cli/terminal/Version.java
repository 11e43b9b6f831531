// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, written by the build. */
public final class Version implements IVersionProvider {
    /** For example {@code 0.1.0}. */
    public static String number() {
        Properties properties = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("/io/fieldback/cli/version.properties")) {
            if (in == null) {
                throw new IllegalStateException("Cannot tell the version: version.properties is missing");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell the version: " + e.getMessage(), e);
        }
        return properties.getProperty("version", "");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"fieldback " + number()};
    }
}
