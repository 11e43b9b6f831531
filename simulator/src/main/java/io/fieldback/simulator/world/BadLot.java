// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

/**
 * A lot of a supplier that fails more often than it should.
 *
 * @param model the model it was built into
 * @param component position among the components of the model's line
 * @param symptom position among the component's symptoms, seen in most of its failures
 * @param supplier who delivered it
 * @param lot its number
 * @param firstMonth index of the first month of production with it
 * @param lastMonth index of the last
 * @param share of those months' units that hold it
 * @param ratio its hazard against that of other lots
 */
public record BadLot(
        Model model,
        int component,
        int symptom,
        String supplier,
        String lot,
        int firstMonth,
        int lastMonth,
        double share,
        double ratio) {
    /** Whether the lot is built into this model in the month of this index. */
    public boolean builtInto(Model other, int month) {
        return model.is(other) && month >= firstMonth && month <= lastMonth;
    }
}
