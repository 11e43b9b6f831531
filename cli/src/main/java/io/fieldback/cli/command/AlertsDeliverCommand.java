// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.delivery.ChannelsFile;
import io.fieldback.cli.delivery.DeliveryRun;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code fieldback alerts deliver}: tells channels of alerts, until it is stopped or once. */
@Command(name = "deliver")
public final class AlertsDeliverCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse", required = true)
    private Path folder = Path.of("");

    @Option(names = "--channels", paramLabel = "FILE", descriptionKey = "channels", required = true)
    private Path file = Path.of("");

    @Option(names = "--once", descriptionKey = "alerts.once")
    private boolean once;

    /** A command in its surroundings. */
    public AlertsDeliverCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        ChannelsFile channels = ChannelsFile.load(file, session.environment());
        try (DeliveryRun delivery =
                new DeliveryRun(session, folder, channels, session.clock().millis())) {
            if (once) {
                long waiting = delivery.once();
                if (waiting > 0) {
                    session.tell("delivery.waiting", waiting);
                }
                return waiting == 0 ? Exits.OK : Exits.CHECK_FAILED;
            }
            delivery.start();
            session.tell("delivery.running", folder, channels.channels().size());
            // Until SIGINT or SIGTERM ends the process: the spool is whole at any moment.
            new CountDownLatch(1).await();
            return Exits.OK;
        }
    }
}
