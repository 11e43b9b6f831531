// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

/**
 * One figure with its name.
 *
 * @param label what it is
 * @param value formatted
 * @param unit formatted; may be empty
 * @param detail where it comes from or what to compare it with
 */
public record Tile(String label, String value, String unit, String detail) {}
