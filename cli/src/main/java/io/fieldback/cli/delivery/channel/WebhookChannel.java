// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import io.fieldback.cli.delivery.Channel;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.cli.delivery.TellingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Posts each change as a CloudEvent, several at once: an epoch may bring a hundred, and the last should not wait for the
 * answers to all others. Changes of one alert go one after the other. With a secret the body is signed, so that the
 * receiver knows who sent it.
 */
final class WebhookChannel implements Channel {
    private static final int AT_ONCE = 8;

    private final ChannelSettings settings;
    private final CloudEventJson events;
    private final HttpPost http;
    private final int atOnce;

    /** Changes that have arrived while one before them has not: they are not sent again. */
    private final Set<String> arrived = new HashSet<>();
    /** What became of the others that were sent with them. */
    private final Map<String, TellingException> failed = new HashMap<>();

    WebhookChannel(ChannelSettings settings, CloudEventJson events) {
        this.settings = settings;
        this.events = events;
        this.http = new HttpPost(settings.name());
        this.atOnce = settings.integerOr("atOnce", AT_ONCE);
        if (atOnce < 1) {
            throw new IllegalArgumentException(
                    "Cannot use channel " + settings.name() + ": 'atOnce' is " + atOnce + ", which is less than 1");
        }
    }

    @Override
    public int tell(List<Telling> waiting, Instant now) throws TellingException {
        String first = waiting.get(0).change().changeId();
        if (!arrived.contains(first) && !failed.containsKey(first)) {
            send(next(waiting));
        }
        TellingException problem = failed.remove(first);
        if (problem != null) {
            throw problem;
        }
        int told = 0;
        while (told < waiting.size()
                && arrived.remove(waiting.get(told).change().changeId())) {
            told++;
        }
        return told;
    }

    /** The first that have not arrived, one of each alert. */
    private List<Telling> next(List<Telling> waiting) {
        List<Telling> next = new ArrayList<>();
        Set<String> alerts = new HashSet<>();
        for (Telling telling : waiting) {
            if (next.size() == atOnce || !alerts.add(telling.change().alertId())) {
                break;
            }
            if (!arrived.contains(telling.change().changeId())) {
                next.add(telling);
            }
        }
        return next;
    }

    private void send(List<Telling> tellings) {
        failed.clear();
        Map<String, HttpPost.Sending> sent = new LinkedHashMap<>();
        for (Telling telling : tellings) {
            String id = telling.change().changeId();
            try {
                sent.put(id, begin(telling));
            } catch (TellingException problem) {
                failed.put(id, problem);
            }
        }
        sent.forEach((id, sending) -> {
            try {
                sending.answer();
                arrived.add(id);
            } catch (TellingException problem) {
                failed.put(id, problem);
            }
        });
    }

    private HttpPost.Sending begin(Telling telling) throws TellingException {
        byte[] body = events.write(telling);
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", CloudEventJson.CONTENT_TYPE));
        String authorization = settings.textOr("authorization", "");
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        String secret = settings.textOr("secret", "");
        if (!secret.isEmpty()) {
            headers.put("X-Fieldback-Signature", Signatures.webhook(secret, body));
        }
        return http.begin(settings.text("url"), headers, body);
    }
}
