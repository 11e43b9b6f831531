// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/**
 * The files of a warehouse. Locations are recorded under the folder where the warehouse was made, so that any Iceberg
 * client can read them there; they are looked up under the folder where it is now.
 */
final class WarehouseFiles implements FileIO {
    private static final long serialVersionUID = 1L;

    private final String recorded;
    private final String current;

    /** {@code recorded} is the root that locations begin with, {@code current} the folder of now. */
    WarehouseFiles(String recorded, Path current) {
        this.recorded = recorded;
        this.current = location(current);
    }

    /** How a folder or file is recorded: absolute, with {@code /}. */
    static String location(Path path) {
        return path.toAbsolutePath().normalize().toString().replace('\\', '/');
    }

    /** Where a recorded location is now. */
    Path place(String location) {
        return location.startsWith(recorded + "/")
                ? Path.of(current + location.substring(recorded.length()))
                : Path.of(location);
    }

    /** A recorded location relative to the warehouse. */
    String relative(String location) {
        return location.startsWith(recorded + "/") ? location.substring(recorded.length() + 1) : location;
    }

    /** What is recorded for a place relative to the warehouse. */
    String recorded(String relative) {
        return recorded + "/" + relative;
    }

    @Override
    public InputFile newInputFile(String location) {
        return new WarehouseFile(location, place(location));
    }

    @Override
    public OutputFile newOutputFile(String location) {
        return new WarehouseFile(location, place(location));
    }

    @Override
    public void deleteFile(String location) {
        try {
            Files.deleteIfExists(place(location));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + place(location) + ": " + e, e);
        }
    }
}
