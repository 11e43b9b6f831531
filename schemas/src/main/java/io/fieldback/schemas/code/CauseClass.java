// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Whether the product is to blame. */
public enum CauseClass implements Code {
    @Also({"质量", "质量问题", "产品质量", "质量类"})
    QUALITY,
    @Also({"human", "human factors", "人为", "非质量", "人为因素", "非质量问题", "使用不当"})
    NON_QUALITY,
    @Also({"其他", "其它"})
    OTHER,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
