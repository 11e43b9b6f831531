// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.table;

/** What a column holds, and the Java type of its value in a row. */
public enum ColumnType {
    /** {@code String}. */
    TEXT,
    /** {@code Long}. */
    LONG,
    /** {@code Double}. */
    DOUBLE,
    /** {@code Boolean}. */
    BOOLEAN,
    /** {@code LocalDate}; days since 1970 in Parquet. */
    DATE,
    /** {@code Instant}; microseconds of UTC in Parquet. */
    TIMESTAMP,
    /** {@code byte[]}. */
    BYTES,
    /** {@code Object[]}, one value for each child column. */
    STRUCT,
    /** {@code List} of values of the one child column, which is named {@code element}. */
    LIST
}
