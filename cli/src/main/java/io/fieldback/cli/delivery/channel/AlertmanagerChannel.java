// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.delivery.Channel;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.cli.delivery.TellingException;
import io.fieldback.schemas.alert.AlertKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells a Prometheus Alertmanager, which groups, silences and passes on. It forgets an alert that it does not hear of
 * any more: while an alert is active it is told again, each time with an end that lies a grace ahead; when it is over,
 * it ends now. What no count will close, a rule alert or a notice, is kept up for some days.
 */
final class AlertmanagerChannel implements Channel {
    private static final int REPEAT_SECONDS = 60;
    private static final int GRACE_MINUTES = 120;
    private static final int NOTICE_DAYS = 7;

    private final ChannelSettings settings;
    private final HttpPost http;
    private final Duration repeats;
    private final Duration grace;
    private final Duration kept;

    AlertmanagerChannel(ChannelSettings settings) {
        this.settings = settings;
        this.http = new HttpPost(settings.name());
        this.repeats = Duration.ofSeconds(settings.integerOr("repeatSeconds", REPEAT_SECONDS));
        this.grace = Duration.ofMinutes(settings.integerOr("graceMinutes", GRACE_MINUTES));
        this.kept = Duration.ofDays(settings.integerOr("noticeDays", NOTICE_DAYS));
    }

    @Override
    public int tell(List<Telling> waiting, Instant now) throws TellingException {
        send(waiting, now);
        return waiting.size();
    }

    @Override
    public Duration repeats() {
        return repeats;
    }

    @Override
    public void repeat(List<Telling> active, Instant now) throws TellingException {
        List<Telling> lasting = active.stream()
                .filter(telling -> end(telling, now).isAfter(now))
                .toList();
        if (!lasting.isEmpty()) {
            send(lasting, now);
        }
    }

    private void send(List<Telling> tellings, Instant now) throws TellingException {
        // An alert stands once in a message, with its last change.
        Map<String, AlertmanagerJson> byAlert = new TreeMap<>();
        tellings.forEach(
                telling -> byAlert.put(telling.change().alertId(), new AlertmanagerJson(telling, end(telling, now))));
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", "application/json"));
        String authorization = settings.textOr("authorization", "");
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        String url = settings.text("url");
        http.send(
                url.replaceAll("/+$", "") + "/api/v2/alerts",
                headers,
                AlertmanagerJson.array(List.copyOf(byAlert.values())));
    }

    private Instant end(Telling telling, Instant now) {
        AlertState state = telling.state();
        if (!state.isActive()) {
            return now;
        }
        boolean counted = state.kind().family() == AlertKind.Family.QUALITY;
        Instant ahead = now.plus(grace);
        Instant last = state.last().changedAt().plus(kept);
        return counted || last.isAfter(ahead) ? ahead : last.isAfter(now) ? last : now;
    }
}
