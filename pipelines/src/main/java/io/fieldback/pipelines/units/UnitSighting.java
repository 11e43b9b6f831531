// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

/**
 * What travels from a case to a unit.
 *
 * @param serialNo serial number of the unit
 * @param content a {@link UnitContent} as {@link UnitBytes} writes it
 */
public record UnitSighting(String serialNo, byte[] content) {}
