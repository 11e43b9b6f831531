// SPDX-License-Identifier: Apache-2.0
/** Floor 1: rows as Parquet files and back, column by column, without Hadoop. */
@NullMarked
package io.fieldback.lake.parquet;

import org.jspecify.annotations.NullMarked;
