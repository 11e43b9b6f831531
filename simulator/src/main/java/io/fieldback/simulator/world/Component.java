// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

import java.util.List;

/**
 * A component that fails.
 *
 * @param code component code
 * @param chinese its name
 * @param assembly the assembly it belongs to
 * @param partNo number of the spare part
 * @param costMinor price of the spare part, fen
 * @param yearlyRate failures a unit and year, about, without any planted truth
 * @param traced whether a unit's registration names supplier and lot
 * @param suppliers who delivers it
 * @param symptoms what is seen when it fails, the most frequent first
 */
public record Component(
        String code,
        String chinese,
        String assembly,
        String partNo,
        int costMinor,
        double yearlyRate,
        boolean traced,
        List<String> suppliers,
        List<Symptom> symptoms) {
    /** Copies the lists. */
    public Component {
        suppliers = List.copyOf(suppliers);
        symptoms = List.copyOf(symptoms);
    }
}
