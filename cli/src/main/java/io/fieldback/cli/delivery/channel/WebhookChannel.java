// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import io.fieldback.cli.delivery.Channel;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.cli.delivery.TellingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Posts each change as a CloudEvent. With a secret the body is signed, so that the receiver knows who sent it. */
final class WebhookChannel implements Channel {
    private final ChannelSettings settings;
    private final CloudEventJson events;
    private final HttpPost http;

    WebhookChannel(ChannelSettings settings, CloudEventJson events) {
        this.settings = settings;
        this.events = events;
        this.http = new HttpPost(settings.name());
    }

    @Override
    public int tell(List<Telling> waiting, Instant now) throws TellingException {
        byte[] body = events.write(waiting.get(0));
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", CloudEventJson.CONTENT_TYPE));
        String authorization = settings.textOr("authorization", "");
        if (!authorization.isEmpty()) {
            headers.put("Authorization", authorization);
        }
        String secret = settings.textOr("secret", "");
        if (!secret.isEmpty()) {
            headers.put("X-Fieldback-Signature", Signatures.webhook(secret, body));
        }
        http.send(settings.text("url"), headers, body);
        return 1;
    }
}
