// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Where a count of units in the field comes from. */
public enum PopulationBasis implements Code {
    @Also({"销售", "销量"})
    SALES,
    @Also({"注册", "登记", "保有登记"})
    REGISTRATION,
    @Also({"估计", "估算"})
    ESTIMATE,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
