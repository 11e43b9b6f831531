// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.TellingException.Kind;
import java.time.Instant;
import java.util.Set;

/** A robot of a DingTalk (钉钉) group: Markdown of at most 20,000 bytes, signed if it has a secret. */
record DingTalkRobot(ChannelSettings settings) implements Robot {
    /** Of 20,000; the rest is for the spaces that break lines. */
    private static final int MAX_BYTES = 18_000;

    /** Too many messages a minute; slowed down. */
    private static final Set<Long> TOO_FAST = Set.of(130101L, 130102L, 410100L);

    /** Signature, keyword or address not allowed; token unknown; group or robot gone or switched off. */
    private static final Set<Long> BROKEN = Set.of(310000L, 300001L, 300005L, 400013L, 400101L, 400102L);

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public String url(Instant now) {
        String url = settings.text("url");
        String secret = settings.textOr("secret", "");
        if (secret.isEmpty()) {
            return url;
        }
        long millis = now.toEpochMilli();
        return url + (url.contains("?") ? "&" : "?") + "timestamp=" + millis + "&sign="
                + Signatures.dingTalk(millis, secret);
    }

    @Override
    public ObjectNode message(DigestText digest, Instant now) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        message.put("msgtype", "markdown");
        // DingTalk breaks a line only at two spaces.
        message.putObject("markdown")
                .put("title", digest.title())
                .put("text", digest.body().replace("\n", "  \n"));
        return message;
    }

    @Override
    public long code(JsonNode answer) {
        return answer.path("errcode").asLong(-1);
    }

    @Override
    public String said(JsonNode answer) {
        return answer.path("errmsg").asText("");
    }

    @Override
    public Kind meaning(long code) {
        if (TOO_FAST.contains(code)) {
            return Kind.TOO_FAST;
        }
        return BROKEN.contains(code) ? Kind.BROKEN : Kind.AWAY;
    }
}
