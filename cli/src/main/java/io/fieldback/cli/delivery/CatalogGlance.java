// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Tells from sizes and times of the catalog's files whether it may have changed: microseconds, where asking it costs
 * milliseconds. It may say so in vain, and it may be late where a file system keeps coarse times, so it is asked anyway
 * now and then.
 */
final class CatalogGlance {
    private final Path[] files;
    private String seen = "";

    CatalogGlance(Path warehouse) {
        this.files = new Path[] {warehouse.resolve("catalog.db"), warehouse.resolve("catalog.db-wal")};
    }

    boolean hasChanged() {
        StringBuilder now = new StringBuilder();
        for (Path file : files) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                now.append(attributes.size())
                        .append('@')
                        .append(attributes.lastModifiedTime())
                        .append(' ');
            } catch (IOException e) {
                // Not there: that is a state as others are.
                now.append("- ");
            }
        }
        boolean changed = !now.toString().equals(seen);
        seen = now.toString();
        return changed;
    }
}
