// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.imports.mapping.Yaml;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The channels file: who is told of alerts, and where the routing file is.
 *
 * @param channels in the order of the file
 * @param routing whose duty an alert is
 */
public record ChannelsFile(List<ChannelSettings> channels, Routing routing) {
    /** {@code ${NAME}} stands for a variable of the environment, so that secrets stay out of files. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private static final List<String> COMMON =
            List.of("name", "type", "tell", "changes", "severity", "language", "quiet");

    /** Copies the list. */
    public ChannelsFile {
        channels = List.copyOf(channels);
    }

    /** Reads the file, YAML or JSON, and the routing file it names. Throws with file and line if one is not sound. */
    public static ChannelsFile load(Path file, Map<String, String> environment) throws IOException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot read channels " + file + ": there is no such file", e);
        }
        Yaml yaml = Yaml.parse("channels", text, file.toString());
        Map<String, Yaml> root = yaml.map("channels", "routing");
        List<ChannelSettings> channels = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Yaml listed = root.get("channels");
        for (Yaml line : listed == null ? List.<Yaml>of() : listed.list()) {
            ChannelSettings channel = channel(line, environment);
            if (!names.add(channel.name())) {
                throw line.error("there are two channels of the name '" + channel.name() + "'");
            }
            channels.add(channel);
        }
        if (channels.isEmpty()) {
            throw yaml.error("it names no channel");
        }
        Yaml routing = root.get("routing");
        return new ChannelsFile(
                channels, routing == null ? Routing.NONE : Routing.load(file.resolveSibling(routing.text()), names));
    }

    /** The channel of a name. Throws if there is none. */
    public ChannelSettings named(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Cannot find channel " + name + ": there are only "
                        + channels.stream().map(ChannelSettings::name).collect(Collectors.joining(", "))));
    }

    private static ChannelSettings channel(Yaml line, Map<String, String> environment) {
        Map<String, Yaml> entries = line.entries();
        Yaml typed = entries.get("type");
        if (typed == null) {
            throw line.error("'type' is missing");
        }
        ChannelType type = ChannelType.valueOf(
                typed.choice(ChannelType.codes().toArray(String[]::new)).toUpperCase(Locale.ROOT));
        Set<String> known = new TreeSet<>(type.settings());
        known.addAll(COMMON);
        Map<String, Yaml> keys = line.map(known.toArray(String[]::new));
        Yaml name = keys.get("name");
        if (name == null) {
            throw line.error("'name' is missing");
        }
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (String setting : type.settings()) {
            Yaml value = keys.get(setting);
            if (value != null) {
                settings.put(
                        setting,
                        value.list().stream()
                                .map(each -> filled(each, environment))
                                .toList());
            } else if (type.required().contains(setting)) {
                throw line.error("a channel of type " + type.code() + " needs '" + setting + "'");
            }
        }
        Yaml severity = keys.get("severity");
        Yaml language = keys.get("language");
        return new ChannelSettings(
                name.text(),
                type,
                chosen(AlertKind.Family.class, keys.get("tell")),
                chosen(Change.class, keys.get("changes")),
                severity == null ? "minor" : severity.choice(ChannelSettings.SEVERITIES.toArray(String[]::new)),
                language == null ? "both" : language.choice("en", "zh", "both"),
                quiet(keys.get("quiet")),
                settings);
    }

    /** The named constants of an enum; all of them if none is named. */
    private static <E extends Enum<E>> Set<E> chosen(Class<E> type, @Nullable Yaml line) {
        Set<E> all = EnumSet.allOf(type);
        if (line == null) {
            return all;
        }
        String[] codes =
                all.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toArray(String[]::new);
        Set<String> named = line.list().stream().map(each -> each.choice(codes)).collect(Collectors.toSet());
        all.removeIf(each -> !named.contains(each.name().toLowerCase(Locale.ROOT)));
        return all;
    }

    /** {@code 22:00-07:00 Asia/Shanghai}. */
    private static ChannelSettings.@Nullable Quiet quiet(@Nullable Yaml line) {
        if (line == null) {
            return null;
        }
        List<String> parts = Arrays.asList(line.text().split("[- ]", 3));
        try {
            return new ChannelSettings.Quiet(
                    LocalTime.parse(parts.get(0)), LocalTime.parse(parts.get(1)), ZoneId.of(parts.get(2)));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            throw line.error("'" + line.text() + "' is not like 22:00-07:00 Asia/Shanghai");
        }
    }

    private static String filled(Yaml value, Map<String, String> environment) {
        Matcher variable = VARIABLE.matcher(value.text());
        StringBuilder filled = new StringBuilder();
        while (variable.find()) {
            String found = environment.get(variable.group(1));
            if (found == null) {
                throw value.error("variable " + variable.group(1) + " is not set");
            }
            variable.appendReplacement(filled, Matcher.quoteReplacement(found));
        }
        return variable.appendTail(filled).toString();
    }
}
