// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One channel of the channels file.
 *
 * @param name by which routes and messages name it
 * @param type what it is
 * @param families it is told of
 * @param changes it is told of
 * @param severity the least it is told of
 * @param language of its sentences: {@code en}, {@code zh} or {@code both}
 * @param quiet when it is left alone but for matters of safety, or null
 * @param texts settings of its type
 */
public record ChannelSettings(
        String name,
        ChannelType type,
        Set<AlertKind.Family> families,
        Set<Change> changes,
        String severity,
        String language,
        @Nullable Quiet quiet,
        Map<String, List<String>> texts) {
    /** Severities, least first. */
    static final List<String> SEVERITIES = List.of("minor", "serious", "major", "safety");

    /** Copies what it is given. */
    public ChannelSettings {
        families = Set.copyOf(families);
        changes = Set.copyOf(changes);
        texts = Map.copyOf(texts);
    }

    /**
     * Hours in which a channel is left alone.
     *
     * @param from when they begin
     * @param to when they end; on the next day if that is earlier
     * @param zone of both
     */
    public record Quiet(LocalTime from, LocalTime to, ZoneId zone) {
        /** Whether a time of day lies in them. */
        boolean covers(LocalTime time) {
            return from.isBefore(to)
                    ? !time.isBefore(from) && time.isBefore(to)
                    : !time.isBefore(from) || time.isBefore(to);
        }
    }

    /** Whether the channel is to be told of such a change. A severity nobody knows counts as the gravest. */
    public boolean wants(AlertChange change) {
        return families.contains(change.kind().family())
                && changes.contains(change.change())
                && grade(change.severity()) >= grade(severity);
    }

    /** A setting. Throws if it is not there. */
    public String text(String key) {
        List<String> values = texts(key);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Cannot use channel " + name + ": it has no '" + key + "'");
        }
        return values.get(0);
    }

    /** A setting, or another text if it is not there. */
    public String textOr(String key, String otherwise) {
        List<String> values = texts(key);
        return values.isEmpty() ? otherwise : values.get(0);
    }

    /** A setting that is a whole number, or another if it is not there. */
    public int integerOr(String key, int otherwise) {
        String text = textOr(key, "");
        try {
            return text.isEmpty() ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Cannot use channel " + name + ": '" + key + "' is " + text + ", which is no whole number", e);
        }
    }

    /** A setting of several values. */
    public List<String> texts(String key) {
        return texts.getOrDefault(key, List.of());
    }

    private static int grade(String severity) {
        int grade = SEVERITIES.indexOf(severity);
        return grade < 0 ? SEVERITIES.size() : grade;
    }
}
