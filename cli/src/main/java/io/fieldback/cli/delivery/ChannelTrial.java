// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.delivery.channel.Channels;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Tries a channel with an alert that says it is a test. Spool and tables know nothing of it. */
public final class ChannelTrial {
    private ChannelTrial() {}

    /** Sends it. Throws with a sentence if the channel does not take it. */
    public static void send(ChannelSettings settings, Path warehouse, Instant now) throws TellingException {
        AlertChange opened = change(settings.name(), Change.OPENED, now);
        try (Channel channel = Channels.open(settings, warehouse)) {
            // Over as it begins, so that no receiver keeps it.
            AlertState state = new AlertState(List.of(opened, change(settings.name(), Change.CLOSED, now)));
            channel.tell(List.of(new Telling(opened, state, Duty.NOBODYS)), now);
        }
    }

    private static AlertChange change(String channel, Change change, Instant now) {
        String alert = AlertIds.alert(AlertKind.NEW_CODE, "test of " + channel, now.toString());
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new AlertChange(
                AlertIds.change(alert, change, now.toString()),
                alert,
                AlertKind.NEW_CODE,
                change,
                day,
                now,
                day,
                "minor",
                AlertScope.NONE,
                AlertFigures.NONE,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "This is a test of channel " + channel + "; nothing has happened.",
                "这是对通道 " + channel + " 的测试，没有任何异常。",
                null,
                "test");
    }
}
