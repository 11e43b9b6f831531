// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Where the cause of a fault lies. */
public enum Responsibility implements Code {
    @Also("设计")
    DESIGN,
    @Also({"制造", "生产"})
    MANUFACTURING,
    @Also({"装配", "组装"})
    ASSEMBLY,
    @Also({"材料", "物料", "来料"})
    MATERIAL,
    @Also({"供应商", "外协", "供方"})
    SUPPLIER,
    @Also({"运输", "物流"})
    TRANSPORT,
    @Also("安装")
    INSTALLATION,
    @Also({"使用", "用户", "用户使用", "misuse"})
    USE,
    @Also({"不明", "未知", "待查"})
    UNKNOWN,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
