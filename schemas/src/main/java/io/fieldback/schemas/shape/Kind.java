// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

/** What a field of an event holds, and so how it looks in Java, JSON and tables. */
public enum Kind {
    /** Text: {@code String}, JSON string. */
    TEXT,
    /** One of a closed list: an enum that is a {@link io.fieldback.schemas.code.Code}, JSON string. */
    CODE,
    /** A whole number, money in minor units included: {@code Long}, JSON integer. */
    INTEGER,
    /** A measured number: {@code Double}, JSON number. */
    NUMBER,
    /** Yes or no: {@code Boolean}, JSON boolean. */
    FLAG,
    /** A day: {@code LocalDate}, JSON string {@code 2026-01-31}. */
    DAY,
    /** A month: {@code YearMonth}, JSON string {@code 2026-01}; in tables its first day. */
    MONTH,
    /** A point in time: {@code Instant}, JSON string of RFC 3339 with offset. */
    INSTANT,
    /** A part of its own: a record, JSON object. */
    RECORD,
    /** Parts of one kind: {@code List} of records, JSON array; never null. */
    RECORDS,
    /** Several texts: {@code List<String>}, JSON array; never null. */
    TEXTS
}
