// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What a visit was for. Only FAILURE counts as a failure of the product. */
public enum ServiceKind implements Code {
    @Also({"repair", "fault", "breakdown", "维修", "維修", "故障", "故障维修", "质量维修", "报修"})
    FAILURE,
    @Also({"安装故障", "安装问题", "安装不良"})
    INSTALLATION_FAULT,
    @Also({"NFF", "NTF", "无故障", "未见异常", "正常", "no trouble found"})
    NO_FAULT_FOUND,
    @Also({"保养", "维护", "清洗", "service"})
    MAINTENANCE,
    @Also({"巡检", "检查", "检测", "鉴定"})
    INSPECTION,
    @Also({"召回", "专项", "recall"})
    CAMPAIGN,
    @Also({"咨询", "指导", "用户指导", "使用指导", "consult"})
    ADVICE,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
