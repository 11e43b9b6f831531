// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.Fieldback;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.Streams;
import io.fieldback.lake.fault.FaultPoint;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The command in a process of its own: at a fault point it dies at once, or stands still until it is killed. */
final class JobProcess {
    /** Name of a fault point; the process dies there when it has published an epoch. */
    static final String HALT_AT = "fieldback.test.halt";

    /** Name of a fault point; the thread that comes there says {@link #STANDS} and goes no further. */
    static final String STAND_AT = "fieldback.test.stand";

    /** By how many seconds the clock of the process is ahead. */
    static final String AHEAD = "fieldback.test.ahead";

    static final String STANDS = "stands at ";

    private JobProcess() {}

    public static void main(String[] arguments) {
        @Nullable String halt = System.getProperty(HALT_AT);
        @Nullable String stand = System.getProperty(STAND_AT);
        if (halt != null) {
            haltAt(FaultPoint.valueOf(halt));
        } else if (stand != null) {
            standAt(FaultPoint.valueOf(stand));
        }
        if (Long.getLong(AHEAD) == null) {
            Fieldback.main(arguments);
        } else {
            System.exit(ahead(Duration.ofSeconds(Long.getLong(AHEAD)), arguments));
        }
    }

    private static int ahead(Duration seconds, String... arguments) {
        PrintWriter out = Streams.out();
        PrintWriter err = Streams.err();
        Session now = Session.of(out, err, System.getenv(), List.of(arguments));
        int exit = Fieldback.run(
                new Session(
                        out,
                        err,
                        now.environment(),
                        now.messages(),
                        now.terminal(),
                        Clock.offset(now.clock(), seconds)),
                arguments);
        out.flush();
        err.flush();
        return exit;
    }

    private static void haltAt(FaultPoint point) {
        AtomicInteger epochs = new AtomicInteger();
        FaultPoint.install(reached -> {
            if (reached == point && (epochs.get() > 0 || Plans.STARTING.contains(point))) {
                Runtime.getRuntime().halt(137);
            }
            if (reached == FaultPoint.EPOCH_PUBLISHED) {
                epochs.incrementAndGet();
            }
        });
    }

    private static void standAt(FaultPoint point) {
        FaultPoint.install(reached -> {
            if (reached == point) {
                System.out.println(STANDS + point);
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }
}
