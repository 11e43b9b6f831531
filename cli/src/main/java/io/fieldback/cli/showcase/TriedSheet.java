// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.imports.guess.Guess;
import io.fieldback.imports.mapping.Mapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A sheet that is tried.
 *
 * @param file the sheet
 * @param guess what it seems to hold
 * @param mapping by which it is read: the guess, or what a person made of it
 * @param mappingFile where that stands
 * @param corrected whether the mapping was there before and is not the guess of today
 */
public record TriedSheet(Path file, Guess guess, Mapping mapping, Path mappingFile, boolean corrected) {
    /**
     * Looks at a sheet and writes the guess beside it. A mapping that is there already, perhaps corrected by hand, is
     * left as it is and used.
     */
    public static TriedSheet of(Path file, Guess guess, LocalDate today) throws IOException {
        Path mappingFile = beside(file, ".map.yaml");
        if (Files.exists(mappingFile)) {
            return new TriedSheet(file, guess, Mapping.load(mappingFile), mappingFile, true);
        }
        Files.writeString(mappingFile, guess.toYaml(today));
        return new TriedSheet(file, guess, Mapping.load(mappingFile), mappingFile, false);
    }

    /** A place beside the sheet, or in the current folder if that of the sheet cannot be written. */
    Path beside(String ending) {
        return beside(file, ending);
    }

    private static Path beside(Path file, String ending) {
        String name = file.getFileName() + ending;
        Path folder = file.toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder) ? file.resolveSibling(name) : Path.of(name);
    }
}
