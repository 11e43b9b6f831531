// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What a complaint is about. */
public enum Aspect implements Code {
    @Also({"产品", "产品质量", "质量"})
    PRODUCT,
    @Also({"服务", "服务质量", "服务态度"})
    SERVICE,
    @Also("包装")
    PACKAGING,
    @Also({"交付", "交货", "物流", "送货"})
    DELIVERY,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
