// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

/** What a test of a returned part showed. */
public enum TestOutcome implements Code {
    @Also({"合格", "pass"})
    OK,
    @Also({"不合格", "fail", "ng"})
    NOK,
    @Also({"未测", "not tested"})
    NONE,
    /** A code Fieldback does not know; what was said is in {@code extras}. */
    OTHER_UNMAPPED
}
