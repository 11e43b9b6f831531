// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What somebody decided about an alert. */
public enum DecisionKind implements Code {
    @Also({"确认接收", "受理", "ack"})
    ACKNOWLEDGE,
    @Also({"判定", "结论"})
    JUDGE,
    @Also({"关联", "关联措施"})
    LINK,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
