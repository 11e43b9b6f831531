// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.wire.RejectReason;
import io.fieldback.simulator.chance.Dice;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines that must be refused, made from events that would be accepted: to be mixed into a good stream by tests. */
public final class BadLines {
    private static final Charset GBK = Charset.forName("GBK");

    private enum Flaw {
        CUT(RejectReason.E_JSON_SYNTAX),
        NAMELESS(RejectReason.E_ID_MISSING),
        NO_SUCH_DAY(RejectReason.E_TIME_INVALID),
        DAY_OR_MONTH(RejectReason.E_TIME_AMBIGUOUS),
        NEGATIVE(RejectReason.E_NUM_NEGATIVE),
        MIXED_ENCODING(RejectReason.E_ENC_INVALID),
        ARRAY(RejectReason.E_NOT_OBJECT),
        UNKNOWN_TYPE(RejectReason.E_TYPE_UNKNOWN),
        TWO_OBJECTS(RejectReason.E_JSON_TRAILING),
        TWO_SERIALS(RejectReason.E_JSON_DUPKEY);

        private final RejectReason reason;

        Flaw(RejectReason reason) {
            this.reason = reason;
        }
    }

    private BadLines() {}

    /**
     * A line that must be refused.
     *
     * @param bytes without line end
     * @param reason why
     */
    public record BadLine(byte[] bytes, RejectReason reason) {}

    /** So many bad lines, no two the same, each reason in turn; the same ones for the same seed. */
    public static List<BadLine> of(long seed, int count) {
        Dice dice = Dice.of(seed, 51);
        List<SimulatedEvent> repairs = Simulation.of(seed, 1_000).withoutTombstones().stream()
                .filter(event -> event.type() == EventType.REPAIR)
                .toList();
        List<BadLine> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] json = dice.pick(repairs).json();
            if (json == null) {
                throw new IllegalStateException("Cannot break a tombstone: it has no content");
            }
            String good = new String(json, StandardCharsets.UTF_8).replaceFirst("\"id\":\"", "\"id\":\"BAD" + i + "-");
            Flaw flaw = Flaw.values()[i % Flaw.values().length];
            lines.add(new BadLine(broken(good, flaw), flaw.reason));
        }
        return lines;
    }

    private static byte[] broken(String good, Flaw flaw) {
        return switch (flaw) {
            case CUT -> utf8(good.substring(0, good.length() - 7));
            // Its number goes into the text, so that no two are the same.
            case NAMELESS ->
                utf8(good.replaceFirst("\"faultText\":\"[^\"]*\",", "")
                        .replaceFirst("\"id\":\"(BAD\\d+)-[^\"]*\"", "\"faultText\":\"$1\""));
            case NO_SUCH_DAY ->
                utf8(good.replaceFirst("\"reportedAt\":\"[^\"]*\"", "\"reportedAt\":\"2026-02-30T08:00:00Z\""));
            case DAY_OR_MONTH -> utf8(good.replaceFirst("\"reportedAt\":\"[^\"]*\"", "\"reportedAt\":\"5/1/2026\""));
            case NEGATIVE -> utf8(good.replaceFirst("}$", ",\"downtimeMinutes\":-5}"));
            case MIXED_ENCODING -> spliced(good);
            case ARRAY -> utf8("[" + good + "]");
            case UNKNOWN_TYPE -> utf8(good.replaceFirst("\"type\":\"repair\"", "\"type\":\"repairs-of-2019\""));
            case TWO_OBJECTS -> utf8(good + "{}");
            case TWO_SERIALS -> utf8(good.replaceFirst("}$", ",\"serialNo\":\"OTHER1\",\"serialNo\":\"OTHER2\"}"));
        };
    }

    /** A text of the Chinese encoding within a line of the other. */
    private static byte[] spliced(String good) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(utf8(good.substring(0, good.length() - 1) + ",\"note\":\""));
        bytes.writeBytes("维修".getBytes(GBK));
        bytes.writeBytes(utf8("\"}"));
        return bytes.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
