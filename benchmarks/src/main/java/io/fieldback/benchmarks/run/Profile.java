// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import one.profiler.AsyncProfiler;
import org.jspecify.annotations.Nullable;

/** Where the time goes: async-profiler, which Flink brings, around a piece of work. */
public final class Profile {
    private Profile() {}

    /**
     * Runs a piece of work and writes its profile.
     *
     * @param file {@code .collapsed} holds stacks, {@code .html} a flame graph, any other flat text; null runs it only
     * @param event {@code cpu}, {@code itimer}, {@code alloc} or {@code wall}
     */
    public static <T> T around(@Nullable Path file, String event, Callable<T> work) throws Exception {
        if (file == null) {
            return work.call();
        }
        String place = file.toAbsolutePath().toString();
        String form = place.endsWith(".collapsed") ? "collapsed" : place.endsWith(".html") ? "flamegraph" : "flat=100";
        AsyncProfiler profiler = AsyncProfiler.getInstance();
        profiler.execute("start,event=" + event + ",interval=1ms");
        try {
            return work.call();
        } finally {
            profiler.execute("stop,file=" + place + "," + form);
        }
    }
}
