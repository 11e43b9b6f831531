// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Where a returned unit comes from. */
public enum ReturnOrigin implements Code {
    @Also({"用户", "客户", "顾客", "consumer"})
    CUSTOMER,
    @Also({"经销商库存", "渠道库存", "商家库存", "stock"})
    DEALER_STOCK,
    @Also({"市场库存", "外库"})
    FIELD_STOCK,
    @Also({"运输", "在途"})
    TRANSPORT,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
