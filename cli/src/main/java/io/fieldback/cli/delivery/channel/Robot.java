// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fieldback.cli.delivery.TellingException;
import java.time.Instant;

/** What one make of group robots wants, and how it answers. */
interface Robot {
    /** Largest text, UTF-8 bytes. */
    int maxBytes();

    /** Where to post, signed if the robot wants it. */
    String url(Instant now);

    /** The message. */
    ObjectNode message(DigestText digest, Instant now);

    /** The code in an answer; 0 is success. */
    long code(JsonNode answer);

    /** What the robot says about it. */
    String said(JsonNode answer);

    /** What a code other than 0 asks for. */
    TellingException.Kind meaning(long code);
}
