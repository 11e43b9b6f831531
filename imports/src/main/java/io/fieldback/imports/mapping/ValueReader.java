// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Moments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads how a value is made: a column's name, a text with braces, {@code field + 1d}, or a map of origin and steps. */
final class ValueReader {
    private static final Pattern LATER = Pattern.compile("(\\w+) *\\+ *(\\d+) ?(d|h|min)");
    private static final String[] KEYS = {
        "column",
        "first",
        "value",
        "template",
        "date",
        "time",
        "after",
        "plus",
        "substring",
        "regex",
        "take",
        "table",
        "keywords",
        "ranges",
        "serial",
        "times",
        "default",
        "lenient",
        "since1970"
    };

    private final NamedRules named;

    ValueReader(NamedRules named) {
        this.named = named;
    }

    ValueRule read(Yaml yaml, String field) {
        if (!yaml.isMap()) {
            return ValueRule.of(shorthand(yaml));
        }
        Map<String, Yaml> keys = yaml.map(KEYS);
        Yaml otherwise = keys.get("default");
        Yaml lenient = keys.get("lenient");
        Yaml since = keys.get("since1970");
        return new ValueRule(
                origin(yaml, keys, field),
                steps(keys, field),
                otherwise == null ? Cell.EMPTY : Cell.text(otherwise.text()),
                lenient != null && lenient.flag(),
                since == null ? null : epoch(since));
    }

    static Pattern pattern(Yaml yaml) {
        try {
            return Pattern.compile(yaml.text(), Pattern.UNICODE_CASE);
        } catch (PatternSyntaxException e) {
            throw yaml.error("'" + yaml.text() + "' is no regular expression: " + e.getDescription());
        }
    }

    static Step.Part part(Yaml yaml) {
        Matcher matcher = Pattern.compile("(\\d+)(?:-(\\d*))?").matcher(yaml.text());
        if (!matcher.matches() || matcher.group(1).equals("0")) {
            throw yaml.error("'" + yaml.text() + "' is no range of characters like 3-4");
        }
        int from = Integer.parseInt(matcher.group(1));
        String to = matcher.group(2);
        return new Step.Part(from, to == null ? from : to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to));
    }

    private static Origin shorthand(Yaml yaml) {
        if (yaml.isList()) {
            return new Origin.First(yaml.texts().stream().map(ValueRule::column).toList());
        }
        String text = yaml.text();
        Matcher later = LATER.matcher(text);
        if (later.matches()) {
            return new Origin.After(later.group(1), duration(later.group(2), later.group(3)));
        }
        if (text.isBlank()) {
            throw yaml.error("a column is expected; for a fixed value write {value: …}");
        }
        return text.indexOf('{') >= 0 ? new Origin.Template(text) : new Origin.Column(text);
    }

    private Origin origin(Yaml yaml, Map<String, Yaml> keys, String field) {
        List<Origin> origins = new ArrayList<>();
        Yaml column = keys.get("column");
        if (column != null) {
            origins.add(new Origin.Column(column.text()));
        }
        Yaml first = keys.get("first");
        if (first != null) {
            origins.add(new Origin.First(
                    first.list().stream().map(rule -> read(rule, field)).toList()));
        }
        Yaml value = keys.get("value");
        if (value != null) {
            origins.add(new Origin.Constant(value.text()));
        }
        Yaml template = keys.get("template");
        if (template != null) {
            origins.add(new Origin.Template(template.text()));
        }
        Yaml date = keys.get("date");
        Yaml time = keys.get("time");
        if (date != null && time != null) {
            origins.add(new Origin.DayAndTime(date.text(), time.text()));
        }
        Yaml after = keys.get("after");
        Yaml plus = keys.get("plus");
        if (after != null) {
            origins.add(new Origin.After(after.text(), plus == null ? Duration.ZERO : duration(plus)));
        }
        if (origins.size() != 1) {
            throw yaml.error("one of column, first, value, template, date + time, after is expected");
        }
        return origins.get(0);
    }

    private List<Step> steps(Map<String, Yaml> keys, String field) {
        List<Step> steps = new ArrayList<>();
        Yaml take = keys.get("take");
        for (Map.Entry<String, Yaml> entry : keys.entrySet()) {
            Yaml yaml = entry.getValue();
            switch (entry.getKey()) {
                case "substring" -> steps.add(part(yaml));
                case "regex" -> steps.add(new Step.Pick(pattern(yaml), pick(yaml, take)));
                case "table" -> steps.add(yaml.named(named.tables(), "table"));
                case "keywords" -> steps.add(yaml.named(named.keywords(), "keywords"));
                case "ranges" -> steps.add(yaml.named(named.ranges(), "ranges"));
                case "serial" ->
                    steps.add(new SerialRule.Decoded(
                            yaml.named(named.serials(), "serial rule"), take == null ? field : take.text()));
                case "times" -> steps.add(new Step.Factor(yaml.decimal()));
                default -> {
                    // The other keys say where the value comes from.
                }
            }
        }
        return steps;
    }

    private static String pick(Yaml regex, @Nullable Yaml take) {
        if (take != null) {
            return take.text();
        }
        return pattern(regex).matcher("").groupCount() > 0 ? "$1" : "$0";
    }

    private static Moments.Epoch epoch(Yaml yaml) {
        return Moments.Epoch.valueOf(
                yaml.choice("days", "seconds", "millis", "micros").toUpperCase(Locale.ROOT));
    }

    private static Duration duration(Yaml yaml) {
        Matcher matcher = Pattern.compile("(\\d+) ?(d|h|min)").matcher(yaml.text());
        if (!matcher.matches()) {
            throw yaml.error("'" + yaml.text() + "' is no time span like 1d, 8h or 30min");
        }
        return duration(matcher.group(1), matcher.group(2));
    }

    private static Duration duration(String count, String unit) {
        long number = Long.parseLong(count);
        return switch (unit) {
            case "d" -> Duration.ofDays(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
