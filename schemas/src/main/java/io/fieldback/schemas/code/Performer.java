// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** Who did the work. */
public enum Performer implements Code {
    @Also({"自营", "本公司", "厂家"})
    OWN,
    @Also({"网点", "服务网点", "服务商"})
    SITE,
    @Also({"第三方", "外包"})
    THIRD_PARTY,
    @Also({"维修厂", "返厂", "车间"})
    WORKSHOP,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
