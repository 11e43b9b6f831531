// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** How serious a case is. */
public enum Severity implements Code {
    @Also({"一般", "轻微", "low", "normal"})
    MINOR,
    @Also({"严重", "较重", "high"})
    SERIOUS,
    @Also({"重大", "重大事故", "重大质量事故", "major", "critical"})
    MAJOR_INCIDENT,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
