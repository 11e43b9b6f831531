// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import picocli.CommandLine.Command;

/** {@code fieldback alerts}: what is found, who is told, what was decided. */
@Command(
        name = "alerts",
        subcommandsRepeatable = false,
        subcommands = {
            AlertsListCommand.class,
            AlertsShowCommand.class,
            AlertsAckCommand.class,
            AlertsVerdictCommand.class,
            AlertsLinkCommand.class,
            AlertsDeliverCommand.class,
            AlertsTestChannelCommand.class
        })
public final class AlertsCommand {}
