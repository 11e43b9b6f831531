// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fieldback.cli.delivery.Channel;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.cli.delivery.TellingException;
import io.fieldback.cli.delivery.TellingException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A robot of a chat group: one digest a minute, and never more messages than the robot allows, however many channels share it. */
final class RobotChannel implements Channel {
    private static final int MESSAGES = 20;
    private static final int EVERY_SECONDS = 60;
    private static final Duration MUTED = Duration.ofMinutes(1);

    /** One for each robot of this process. */
    private static final Map<String, TokenBucket> BUCKETS = new ConcurrentHashMap<>();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ChannelSettings settings;
    private final Robot robot;
    private final HttpPost http;
    private final Duration pace;

    RobotChannel(ChannelSettings settings, Robot robot) {
        this.settings = settings;
        this.robot = robot;
        this.http = new HttpPost(settings.name());
        this.pace = Duration.ofSeconds(settings.integerOr("everySeconds", EVERY_SECONDS));
    }

    @Override
    public Duration pace() {
        return pace;
    }

    @Override
    public int tell(List<Telling> waiting, Instant now) throws TellingException {
        TokenBucket bucket =
                BUCKETS.computeIfAbsent(settings.text("url"), url -> new TokenBucket(MESSAGES, Duration.ofMinutes(1)));
        Duration wait = bucket.take(now);
        if (!wait.isZero()) {
            throw failure(Kind.TOO_FAST, "no more than " + MESSAGES + " messages a minute are sent", wait);
        }
        DigestText digest = DigestText.of(waiting, settings.language(), robot.maxBytes());
        byte[] body = robot.message(digest, now).toString().getBytes(StandardCharsets.UTF_8);
        String answer = http.send(robot.url(now), Map.of("Content-Type", "application/json; charset=utf-8"), body);
        check(answer);
        return digest.changes();
    }

    /** Robots answer 200 whatever happens; the code in the body tells. */
    private void check(String text) throws TellingException {
        JsonNode answer;
        try {
            answer = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw failure(Kind.AWAY, "its answer is no JSON", Duration.ZERO);
        }
        long code = robot.code(answer);
        if (code != 0) {
            Kind kind = robot.meaning(code);
            throw failure(kind, code + " " + robot.said(answer), kind == Kind.TOO_FAST ? MUTED : Duration.ZERO);
        }
    }

    private TellingException failure(Kind kind, String why, Duration patience) {
        return new TellingException(kind, "Cannot tell channel " + settings.name() + ": " + why, patience);
    }
}
