// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.TellingException.Kind;
import java.time.Instant;

/** A robot of a WeCom (企业微信) group: Markdown of at most 4,096 bytes; its key is in the address. */
record WeComRobot(ChannelSettings settings) implements Robot {
    private static final int MAX_BYTES = 4_096;

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
        message.put("msgtype", "markdown");
        message.putObject("markdown").put("content", digest.body());
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

    /** 45009: called too often; 93000: the address is none or the robot was removed; 40014, 41001: a key is wrong. */
    @Override
    public Kind meaning(long code) {
        if (code == 45009 || code == 45033) {
            return Kind.TOO_FAST;
        }
        return code == 93000 || code == 93004 || code == 93008 || code == 40014 || code == 41001
                ? Kind.BROKEN
                : Kind.AWAY;
    }
}
