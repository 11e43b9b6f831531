// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Which corrective procedure is meant. */
public enum ActionKind implements Code {
    @Also({"质量信息反馈", "质量信息反馈单"})
    QUALITY_INFORMATION_REPORT,
    @Also({"不合格", "不符合项"})
    NONCONFORMITY,
    @Also({"8D", "8D报告"})
    EIGHT_D,
    @Also("区域报告")
    REGIONAL_REPORT,
    @Also("事故")
    INCIDENT,
    @Also("风险措施")
    RISK_MEASURE,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
