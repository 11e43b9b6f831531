// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Where the review of a service record stands. */
public enum Review implements Code {
    @Also({"已提交", "待审核"})
    SUBMITTED,
    @Also({"已审核", "通过", "审核通过"})
    APPROVED,
    @Also({"驳回", "不通过"})
    REJECTED,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
