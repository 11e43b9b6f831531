// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Why a unit comes back. Only QUALITY is a failure. */
public enum ReasonClass implements Code {
    @Also({"质量", "质量问题", "故障"})
    QUALITY,
    @Also({"无理由", "七天无理由", "无理由退货", "change of mind"})
    NO_REASON,
    @Also({"发错货", "错发"})
    WRONG_DELIVERY,
    @Also({"运输损坏", "运损", "破损"})
    TRANSPORT_DAMAGE,
    @Also({"滞销", "库存积压"})
    OVERSTOCK,
    @Also({"委托维修", "代修"})
    COMMISSIONED_REPAIR,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
