// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import java.util.List;

/**
 * A product line.
 *
 * @param code line code
 * @param chinese its name
 * @param components what its products are built of
 * @param models what is or was sold, the predecessor first, its successor second, then those that stay
 */
public record Line(String code, String chinese, List<Component> components, List<String> models) {
    /** Copies the lists. */
    public Line {
        components = List.copyOf(components);
        models = List.copyOf(models);
    }

    /** Whether this is the other line. */
    public boolean is(Line other) {
        return code.equals(other.code);
    }

    /** The model that is followed by another within the simulated time. */
    public String predecessor() {
        return models.get(0);
    }

    /** The model that follows it. */
    public String successor() {
        return models.get(1);
    }

    /** The components whose supplier and lot are registered. */
    public List<Component> traced() {
        return components.stream().filter(Component::traced).toList();
    }
}
