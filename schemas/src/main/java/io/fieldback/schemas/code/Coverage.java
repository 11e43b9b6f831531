// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Who bears the cost, as claimed. */
public enum Coverage implements Code {
    @Also({"保内", "in warranty", "三包内", "保修", "包修"})
    WARRANTY,
    @Also({"延保", "extended warranty"})
    EXTENDED,
    @Also({"善意", "优惠", "照顾"})
    GOODWILL,
    @Also({"召回", "专项", "recall"})
    CAMPAIGN,
    @Also({"保外", "收费", "out of warranty", "三包外"})
    CHARGEABLE,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
