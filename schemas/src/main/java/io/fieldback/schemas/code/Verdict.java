// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What the analysis of a returned part found. */
public enum Verdict implements Code {
    @Also({"确认", "属实", "成立"})
    CONFIRMED,
    @Also({"NTF", "未复现", "无故障"})
    NO_TROUBLE_FOUND,
    @Also({"误用", "人为", "使用不当"})
    MISUSE,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
