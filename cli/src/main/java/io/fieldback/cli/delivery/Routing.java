// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.imports.mapping.Yaml;
import io.fieldback.schemas.alert.AlertChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whose duty an alert is: the first line of the routing file that fits. */
public final class Routing {
    /** Nothing is anybody's. */
    public static final Routing NONE = new Routing(List.of());

    private final List<Route> routes;

    private Routing(List<Route> routes) {
        this.routes = routes;
    }

    /** Reads a routing file, YAML or JSON, that may name these channels. Throws with file and line if it is not sound. */
    public static Routing load(Path file, Set<String> channels) throws IOException {
        try {
            return parse(Files.readString(file, StandardCharsets.UTF_8), file.toString(), channels);
        } catch (NoSuchFileException e) {
            throw new IOException("Cannot read routing " + file + ": there is no such file", e);
        }
    }

    /** Reads routing from its text. */
    public static Routing parse(String text, String place, Set<String> channels) {
        Map<String, Yaml> root = Yaml.parse("routing", text, place).map("routes");
        List<Route> routes = new ArrayList<>();
        Yaml lines = root.get("routes");
        for (Yaml line : lines == null ? List.<Yaml>of() : lines.list()) {
            routes.add(route(line, channels));
        }
        return new Routing(routes);
    }

    /** Who is to act on the alert of a change. */
    public Duty duty(AlertChange change) {
        return routes.stream()
                .filter(route -> route.fits(change))
                .findFirst()
                .map(Route::duty)
                .orElse(Duty.NOBODYS);
    }

    private static Route route(Yaml line, Set<String> channels) {
        Set<String> known = new TreeSet<>(Route.ASKED.keySet());
        known.addAll(List.of("department", "person", "deadlineHours", "channels", "superiors"));
        Map<String, Yaml> keys = line.map(known.toArray(String[]::new));
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        for (Map.Entry<String, Yaml> key : keys.entrySet()) {
            if (Route.ASKED.containsKey(key.getKey())) {
                conditions.put(key.getKey(), key.getValue().texts());
            }
        }
        List<Duty.Superior> superiors = new ArrayList<>();
        Yaml named = keys.get("superiors");
        for (Yaml superior : named == null ? List.<Yaml>of() : named.list()) {
            superiors.add(superior(superior, channels));
        }
        Yaml deadline = keys.get("deadlineHours");
        if (deadline == null && !superiors.isEmpty()) {
            throw line.error("superiors are told after a deadline: give 'deadlineHours'");
        }
        return new Route(
                conditions,
                new Duty(
                        text(keys.get("department")),
                        text(keys.get("person")),
                        deadline == null ? null : Duration.ofHours(deadline.integer()),
                        channels(keys.get("channels"), channels),
                        superiors));
    }

    private static Duty.Superior superior(Yaml line, Set<String> channels) {
        Map<String, Yaml> keys = line.map("person", "afterHours", "channels");
        Yaml person = keys.get("person");
        if (person == null) {
            throw line.error("'person' is missing");
        }
        Yaml after = keys.get("afterHours");
        return new Duty.Superior(
                person.text(),
                after == null ? Duration.ZERO : Duration.ofHours(after.integer()),
                channels(keys.get("channels"), channels));
    }

    private static List<String> channels(@Nullable Yaml line, Set<String> known) {
        List<String> named = line == null ? List.of() : line.texts();
        for (String name : named) {
            if (line != null && !known.contains(name)) {
                throw line.error("there is no channel '" + name + "', only " + String.join(", ", new TreeSet<>(known)));
            }
        }
        return named;
    }

    private static @Nullable String text(@Nullable Yaml line) {
        return line == null ? null : line.text();
    }
}
