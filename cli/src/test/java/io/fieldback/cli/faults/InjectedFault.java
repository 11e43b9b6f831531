// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

/** The crash of a plan. */
final class InjectedFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    InjectedFault(PlannedFault fault) {
        super("Planned: " + fault);
    }
}
