// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

/**
 * Some of a series' failures.
 *
 * @param axis by what they are told apart
 * @param value on that axis, such as a region code, or months as {@code 2025-03} or {@code 2025-03..2025-05}
 */
public record Part(Axis axis, String value) {
    /** As it stands in tables, such as {@code region=R1}. */
    public String text() {
        return axis.code() + "=" + value;
    }
}
