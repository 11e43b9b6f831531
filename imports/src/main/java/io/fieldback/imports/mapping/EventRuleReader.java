// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Fault;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Kind;
import io.fieldback.schemas.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what event the rows of a sheet give. */
final class EventRuleReader {
    private final ValueReader values;

    EventRuleReader(NamedRules named) {
        this.values = new ValueReader(named);
    }

    EventRule read(Yaml yaml) {
        Map<String, Yaml> keys = yaml.map("type", "when", "id", "constants", "fields");
        Yaml typeYaml = NamedRules.need(yaml, keys, "type");
        EventType type = EventType.ofWire(typeYaml.text());
        if (type == null) {
            throw typeYaml.error("'" + typeYaml.text() + "' is no event type; there are "
                    + Arrays.stream(EventType.values()).map(EventType::wire).collect(Collectors.joining(", ")));
        }
        Yaml when = keys.get("when");
        List<FieldRule> fields = new ArrayList<>();
        each(keys.get("constants"))
                .forEach((name, value) -> fields.add(
                        new FieldRule(path(type, name, value), ValueRule.of(new Origin.Constant(value.text())))));
        each(keys.get("fields")).forEach((name, value) -> {
            List<Field> path = path(type, name, value);
            fields.add(new FieldRule(
                    path, values.read(value, path.get(path.size() - 1).name())));
        });
        for (FieldRule field : fields) {
            if (field.value().origin() instanceof Origin.After after) {
                path(type, after.field(), yaml);
            }
        }
        return new EventRule(
                type,
                when == null ? List.of() : SheetReader.conditions(when),
                id(NamedRules.need(yaml, keys, "id")),
                fields);
    }

    private static Map<String, Yaml> each(@Nullable Yaml yaml) {
        return yaml == null ? Map.of() : yaml.entries();
    }

    private static IdRule id(Yaml yaml) {
        if (!yaml.isMap()) {
            if (yaml.text().indexOf('{') < 0) {
                throw yaml.error("'" + yaml.text() + "' is the same id for all; write \"{" + yaml.text() + "}\"");
            }
            return new IdRule.Template(yaml.text());
        }
        Map<String, Yaml> keys = yaml.map("identity", "prefix");
        Yaml identity = NamedRules.need(yaml, keys, "identity");
        Yaml prefix = keys.get("prefix");
        boolean all = !identity.isList() && identity.text().equals("all");
        return new IdRule.Identity(all ? List.of() : identity.texts(), prefix == null ? "" : prefix.text());
    }

    /** The way to a field. The fields of a fault may stand directly under a repair, as they do in an event. */
    private static List<Field> path(EventType type, String name, Yaml yaml) {
        String[] names = name.split("\\.");
        List<Field> path = new ArrayList<>();
        Shape<?> shape = type.shape();
        if (type == EventType.REPAIR && shape.position(names[0]) < 0) {
            path.add(shape.fields().get(shape.position("faults")));
            shape = Shape.of(Fault.class);
        }
        for (int i = 0; i < names.length; i++) {
            int position = shape == null ? -1 : shape.position(names[i]);
            if (shape == null || position < 0) {
                throw yaml.error("a " + type.wire() + " has no field '" + name + "'; there are "
                        + type.shape().fields().stream().map(Field::name).collect(Collectors.joining(", ")));
            }
            Field field = shape.fields().get(position);
            path.add(field);
            shape = field.kind() == Kind.RECORD || field.kind() == Kind.RECORDS ? field.nested() : null;
        }
        if (shape != null) {
            throw yaml.error("'" + name + "' has parts: write " + name + "."
                    + shape.fields().get(0).name());
        }
        if (List.of("id", "receivedAt", "goLiveOn", "source").contains(name)) {
            throw yaml.error("'" + name + "' is set by the import itself");
        }
        return path;
    }
}
