// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

/**
 * What must be known to read the figures.
 *
 * @param key snake_case name in JSON, such as {@code as_of} or {@code exposure_level}
 * @param label for people
 * @param text for people
 */
public record Note(String key, String label, String text) {}
