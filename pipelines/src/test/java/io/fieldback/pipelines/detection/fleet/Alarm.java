// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import org.jspecify.annotations.Nullable;

/**
 * A detector said that something is wrong.
 *
 * @param day by whose end all it rests on was known
 * @param model product model; null if not bound to one
 * @param component component code; null if not bound to one
 * @param cause what it says carries the excess; empty if nothing
 */
record Alarm(int day, @Nullable String model, @Nullable String component, String cause) {
    /** How long after a fault's end alarms may still be owed to it. */
    private static final int AFTERMATH = 90;

    /** Whether a fault explains it. */
    boolean isOf(Fault fault) {
        boolean about = (component == null ? model != null : component.equals(fault.component()))
                && (model == null || fault.models().contains(model));
        return about && day >= fault.onset() && day < fault.to() + AFTERMATH;
    }
}
