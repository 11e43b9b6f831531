// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Where Flink can keep state, by name. */
public final class Engines {
    /** For RocksDB's caches. */
    private static final int MANAGED_MEBIBYTES = 512;

    private Engines() {}

    /** All of them. */
    public static Map<String, Configuration> all() {
        Configuration rocks = new Configuration();
        rocks.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
        rocks.setString("state.backend.rocksdb.use-bloom-filter", "true");
        rocks.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(MANAGED_MEBIBYTES));
        Map<String, Configuration> engines = new LinkedHashMap<>();
        engines.put("heap", new Configuration());
        engines.put("RocksDB", rocks);
        return engines;
    }
}
