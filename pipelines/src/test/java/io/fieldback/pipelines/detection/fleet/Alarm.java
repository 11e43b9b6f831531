// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A detector said that something is wrong.
 *
 * @param day by whose end all it rests on was known
 * @param models product models it is about; empty if not bound to any
 * @param component component code; null if not bound to one
 * @param cause what it says carries the excess; empty if nothing
 */
record Alarm(int day, Set<String> models, @Nullable String component, String cause) {
    /** How long after a fault's end alarms may still be owed to it. */
    private static final int AFTERMATH = 90;

    /** Whether a fault explains it. */
    boolean isOf(Fault fault) {
        boolean about = (component == null ? !models.isEmpty() : component.equals(fault.component()))
                && (models.isEmpty() || !Collections.disjoint(models, fault.models()));
        return about && day >= fault.onset() && day < fault.to() + AFTERMATH;
    }
}
