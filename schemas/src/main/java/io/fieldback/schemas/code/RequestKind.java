// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What a customer asks for. */
public enum RequestKind implements Code {
    @Also("安装")
    INSTALL,
    @Also("维修")
    REPAIR,
    @Also("咨询")
    CONSULT,
    @Also("投诉")
    COMPLAINT,
    @Also("配件")
    PART,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
