// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.world;

/**
 * What is seen of a fault.
 *
 * @param code symptom code
 * @param chinese what people say
 */
public record Symptom(String code, String chinese) {}
