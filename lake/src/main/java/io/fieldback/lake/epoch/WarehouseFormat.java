// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.nio.file.Path;
import java.util.Map;

/**
 * The number of the way in which a warehouse is kept: its catalog and the columns of its tables. A program brings an
 * older warehouse up to its own format when it opens it for writing, and leaves a newer one alone.
 *
 * <p>1: as first released. 2: epochs have kinds, the catalog names the manifest list of every kept snapshot, and epochs
 * expire. 3: tables of alerts, looks, decisions and of units; epochs of the watch. 4: a look says which
 * products are not judged yet.
 */
public final class WarehouseFormat {
    /** The format of this program. It grows by one with every change to the tables or to the catalog. */
    public static final int CURRENT = 4;

    static final String SETTING = "format";

    private WarehouseFormat() {}

    /** The format that the settings of a warehouse state; the first one stated none. */
    static int of(Map<String, String> settings) {
        return Integer.parseInt(settings.getOrDefault(SETTING, "1"));
    }

    /** Throws if a newer program wrote the warehouse. */
    static void check(Path folder, Map<String, String> settings) {
        int found = of(settings);
        if (found > CURRENT) {
            throw new LakeException("Cannot open warehouse " + folder + ": it was written by a newer Fieldback (format "
                    + found + ", this program knows " + CURRENT + ")");
        }
    }
}
