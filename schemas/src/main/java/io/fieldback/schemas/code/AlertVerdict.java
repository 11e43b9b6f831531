// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What an alert turned out to be. */
public enum AlertVerdict implements Code {
    @Also({"属实", "确认"})
    CONFIRMED,
    @Also({"误报", "false"})
    FALSE_ALARM,
    @Also({"已知", "已知问题"})
    KNOWN,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
