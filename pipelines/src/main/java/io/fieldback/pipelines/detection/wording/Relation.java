// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.schemas.alert.AlertScope;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an alert of before has in common with another, so that its verdict is worth knowing. */
public enum Relation {
    /** They are about the same component. */
    COMPONENT,
    /** They are about symptoms of one group; a symptom in no group is one by itself. */
    SYMPTOM_GROUP,
    /** They are about the same cause code. */
    CAUSE;

    /**
     * The first of these that two alerts have in common.
     *
     * @param groups symptom code to its group
     */
    public static Optional<Relation> of(AlertScope one, AlertScope other, Map<String, String> groups) {
        if (same(one.component(), other.component())) {
            return Optional.of(COMPONENT);
        }
        if (same(group(one.symptomCode(), groups), group(other.symptomCode(), groups))) {
            return Optional.of(SYMPTOM_GROUP);
        }
        return same(one.causeCode(), other.causeCode()) ? Optional.of(CAUSE) : Optional.empty();
    }

    /** As it stands in evidence. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String group(@Nullable String symptom, Map<String, String> groups) {
        return symptom == null ? null : groups.getOrDefault(symptom, symptom);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }
}
