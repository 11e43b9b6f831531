// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.Fieldback;
import io.fieldback.lake.fault.FaultPoint;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The command in a process of its own, which dies at once at a fault point if it is told to. */
final class JobProcess {
    /** Name of a fault point; the process dies there when it has published an epoch. */
    static final String HALT_AT = "fieldback.test.halt";

    private JobProcess() {}

    public static void main(String[] arguments) {
        @Nullable String point = System.getProperty(HALT_AT);
        if (point != null) {
            haltAt(FaultPoint.valueOf(point));
        }
        Fieldback.main(arguments);
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
}
