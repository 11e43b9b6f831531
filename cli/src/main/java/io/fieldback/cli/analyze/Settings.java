// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import io.fieldback.cli.analyze.Parameter.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The values of a method's parameters: those given, checked, and its own for the others. */
public final class Settings {
    private final Map<String, String> values = new LinkedHashMap<>();

    private Settings() {}

    /**
     * The settings of a method.
     *
     * @param given by name; the ends of a range may also be given apart, as {@code range_from} and {@code range_to}
     * @throws Misuse for an unknown name, or a value that is none
     */
    public static Settings of(About method, Map<String, String> given) {
        Map<String, String> left = joined(method.parameters(), given);
        Settings settings = new Settings();
        for (Parameter parameter : method.parameters()) {
            String value = left.getOrDefault(parameter.name(), "").strip();
            left.remove(parameter.name());
            settings.values.put(parameter.name(), value.isEmpty() ? parameter.standard() : value);
            String fault = value.isEmpty() ? "" : parameter.kind().fault(value);
            if (!fault.isEmpty()) {
                throw settings.wrong(parameter.name(), fault);
            }
        }
        for (String unknown : left.keySet()) {
            throw new Misuse(method.name() + " has no parameter '" + unknown + "', " + names(method.parameters()));
        }
        return settings;
    }

    /** Whether a value was given, or stands by default. */
    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** A text. */
    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("Cannot read parameter " + name + ": the method does not declare it");
        }
        return value;
    }

    /** A number. */
    public double real(String name) {
        return Numeral.of(text(name));
    }

    /** A number, if there is one. */
    public OptionalDouble realIfAny(String name) {
        return has(name) ? OptionalDouble.of(real(name)) : OptionalDouble.empty();
    }

    /** A whole number. */
    public int whole(String name) {
        return Math.toIntExact((long) real(name));
    }

    /** Whether it is TRUE. */
    public boolean flag(String name) {
        return Kind.Flag.is(text(name));
    }

    /** The first value of a range; empty if it is open there. */
    public String from(String name) {
        return has(name) ? text(name).substring(0, text(name).indexOf(':')).strip() : "";
    }

    /** The last value of a range; empty if it is open there. */
    public String to(String name) {
        return has(name) ? text(name).substring(text(name).indexOf(':') + 1).strip() : "";
    }

    /** The refusal of a value. */
    public Misuse wrong(String name, String why) {
        return new Misuse("parameter " + name + "=" + text(name) + ": " + why);
    }

    /** Ends of a range that were given apart, put together. */
    private static Map<String, String> joined(List<Parameter> parameters, Map<String, String> given) {
        Map<String, String> joined = new LinkedHashMap<>(given);
        for (Parameter parameter : parameters) {
            if (parameter.kind() instanceof Kind.Range) {
                String from = joined.remove(parameter.name() + "_from");
                String to = joined.remove(parameter.name() + "_to");
                if (from != null || to != null) {
                    joined.putIfAbsent(parameter.name(), (from == null ? "" : from) + ":" + (to == null ? "" : to));
                }
            }
        }
        return joined;
    }

    private static String names(List<Parameter> parameters) {
        return parameters.isEmpty()
                ? "nor any other"
                : "it has " + parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
    }
}
