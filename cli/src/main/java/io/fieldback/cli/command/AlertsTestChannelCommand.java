// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.ChannelTrial;
import io.fieldback.cli.delivery.ChannelsFile;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fieldback alerts test-channel NAME}: sends one message that says it is a test. */
@Command(name = "test-channel")
public final class AlertsTestChannelCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse", required = true)
    private Path folder = Path.of("");

    @Option(names = "--channels", paramLabel = "FILE", descriptionKey = "channels", required = true)
    private Path file = Path.of("");

    @Parameters(paramLabel = "NAME", descriptionKey = "alerts.channel")
    private String name = "";

    /** A command in its surroundings. */
    public AlertsTestChannelCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        ChannelSettings settings =
                ChannelsFile.load(file, session.environment()).named(name);
        ChannelTrial.send(settings, folder, session.clock().instant());
        session.tell("delivery.tested", name);
        return Exits.OK;
    }
}
