// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.TellingException.Kind;
import java.time.Instant;
import java.util.Set;

/** A robot of a Feishu (飞书) group: a card in a message of at most 20 kB, signed in its body if it has a secret. */
record FeishuRobot(ChannelSettings settings) implements Robot {
    /** Of 20 kB; the rest is for what JSON adds. */
    private static final int MAX_BYTES = 15_000;

    /** Too many messages: of the group, of the tenant, of the robot. */
    private static final Set<Long> TOO_FAST = Set.of(11232L, 11233L, 230020L, 99991400L);

    /** Address unknown, signature wrong or too old, sender's address or keyword not allowed. */
    private static final Set<Long> BROKEN = Set.of(19001L, 19021L, 19022L, 19024L);

    @Override
    public int maxBytes() {
        return MAX_BYTES;
    }

    @Override
    public String url(Instant now) {
        return settings.text("url");
    }

    @Override
    public ObjectNode message(DigestText digest, Instant now) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        String secret = settings.textOr("secret", "");
        if (!secret.isEmpty()) {
            long seconds = now.getEpochSecond();
            message.put("timestamp", Long.toString(seconds));
            message.put("sign", Signatures.feishu(seconds, secret));
        }
        message.put("msg_type", "interactive");
        ObjectNode card = message.putObject("card");
        card.putObject("header").putObject("title").put("tag", "plain_text").put("content", digest.title());
        ObjectNode text =
                card.putArray("elements").addObject().put("tag", "div").putObject("text");
        text.put("tag", "lark_md").put("content", digest.body());
        return message;
    }

    /** Old robots say {@code StatusCode} where new ones say {@code code}. */
    @Override
    public long code(JsonNode answer) {
        JsonNode code = answer.path("code");
        return code.isMissingNode() ? answer.path("StatusCode").asLong(-1) : code.asLong(-1);
    }

    @Override
    public String said(JsonNode answer) {
        return answer.path("msg").asText("");
    }

    @Override
    public Kind meaning(long code) {
        if (TOO_FAST.contains(code)) {
            return Kind.TOO_FAST;
        }
        return BROKEN.contains(code) ? Kind.BROKEN : Kind.AWAY;
    }
}
