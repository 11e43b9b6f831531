// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** How far a supplier claim has come. */
public enum ClaimStage implements Code {
    @Also("可索赔")
    CLAIMABLE,
    @Also("已发出")
    SENT,
    @Also("已确认")
    AGREED,
    @Also("已支付")
    PAID,
    @Also("拒绝")
    REFUSED,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
