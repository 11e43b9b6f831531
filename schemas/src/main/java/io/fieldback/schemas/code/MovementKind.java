// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Which way a part went. */
public enum MovementKind implements Code {
    @Also("入库")
    RECEIPT,
    @Also({"出库", "领用"})
    ISSUE,
    @Also("退库")
    RETURN,
    @Also("报废")
    SCRAP,
    @Also("盘点")
    COUNT,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
