// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What the customer gets. */
public enum ReturnKind implements Code {
    @Also({"退货", "退", "refund"})
    RETURN,
    @Also({"换货", "换", "更换", "换机", "replacement"})
    EXCHANGE,
    @Also({"配件", "旧件", "零件"})
    PART,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
