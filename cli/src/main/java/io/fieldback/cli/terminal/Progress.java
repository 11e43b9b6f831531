// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far a long step is. Where nobody watches it shows nothing. */
public final class Progress implements AutoCloseable {
    private static final int WIDTH = 79;
    private static final int INTERVAL_MILLIS = 500;

    private final @Nullable ProgressBar bar;
    private final @Nullable Thread watcher;

    private Progress(@Nullable ProgressBar bar, @Nullable Thread watcher) {
        this.bar = bar;
        this.watcher = watcher;
    }

    /** A step whose parts are told by {@link #to}; {@code total} is -1 if it is not known. */
    public static Progress of(Session session, String step, long total) {
        return new Progress(session.terminal() ? bar(step, total) : null, null);
    }

    /** A step of which is asked, now and again, how far it is. */
    public static Progress watch(Session session, String step, long total, LongSupplier done) {
        if (!session.terminal()) {
            return new Progress(null, null);
        }
        ProgressBar bar = bar(step, total);
        Thread watcher = new Thread(() -> watch(bar, done), "progress");
        watcher.setDaemon(true);
        watcher.start();
        return new Progress(bar, watcher);
    }

    /** Says how far the step is. */
    public void to(long done) {
        if (bar != null) {
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (watcher != null) {
            watcher.interrupt();
        }
        if (bar != null) {
            bar.close();
        }
    }

    private static void watch(ProgressBar bar, LongSupplier done) {
        try {
            while (true) {
                bar.stepTo(done.getAsLong());
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProgressBar bar(String step, long total) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        return new ProgressBarBuilder()
                .setTaskName(step)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(INTERVAL_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                .clearDisplayOnFinish()
                .build();
    }
}
