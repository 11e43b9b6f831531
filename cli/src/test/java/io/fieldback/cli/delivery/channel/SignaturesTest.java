// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Vectors made with Python's hmac and base64 by the published algorithms. */
class SignaturesTest {
    @Test
    void robotsAndWebhooksAreSignedAsTheyWant() {
        assertThat(Signatures.dingTalk(1_577_262_236_757L, "SEC000000000000000000000"))
                .isEqualTo("xOJIB8eNoYWeLy26EMZOlc2RjOJbtPv9HYjm%2BE3uALU%3D");
        assertThat(Signatures.feishu(1_599_360_473L, "demo")).isEqualTo("l1N0gAcBjdwBvGm1xMjOF0XSyaLRpR7tuO5dHfhAYc8=");
        assertThat(Signatures.webhook("demo", "{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("sha256=fba1ec36d66c5d136d99f26b51d89b66499acd337bf953b1519a510ca51ef5fb");
    }

    @Test
    void aBucketLetsTwentyPassAMinute() {
        TokenBucket bucket = new TokenBucket(20, Duration.ofMinutes(1));
        Instant now = Instant.parse("2026-09-01T16:00:00Z");
        for (int i = 0; i < 20; i++) {
            assertThat(bucket.take(now)).isZero();
        }
        assertThat(bucket.take(now)).isEqualTo(Duration.ofSeconds(3));
        assertThat(bucket.take(now.plusSeconds(3))).isZero();
        assertThat(bucket.take(now.plusSeconds(4))).isEqualTo(Duration.ofSeconds(2));
        int passed = 0;
        for (int second = 5; second < 5 + 600; second++) {
            passed += bucket.take(now.plusSeconds(second)).isZero() ? 1 : 0;
        }
        assertThat(passed).isBetween(199, 201);
    }
}
