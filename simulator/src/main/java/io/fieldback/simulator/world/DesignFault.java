// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

/**
 * A component of a new model that wears out.
 *
 * @param model the new model
 * @param component position among the components of the model's line
 * @param symptom position among the component's symptoms, seen in most of its failures
 * @param shape of the Weibull distribution of the wear, above 1
 * @param scaleMonths scale of that distribution, months in service
 */
public record DesignFault(Model model, int component, int symptom, double shape, double scaleMonths) {
    /** Wear failures expected of one component from an age to another, months in service. */
    public double wear(double fromMonths, double toMonths) {
        return StrictMath.pow(toMonths / scaleMonths, shape) - StrictMath.pow(fromMonths / scaleMonths, shape);
    }
}
