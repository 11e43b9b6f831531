// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What usage is measured in. */
public enum UsageUnit implements Code {
    @Also({"公里", "千米", "kilometre"})
    KM,
    @Also({"小时", "hour", "hours", "时"})
    H,
    @Also({"次", "循环", "cycle"})
    CYCLES,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
