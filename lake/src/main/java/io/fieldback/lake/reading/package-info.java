// SPDX-License-Identifier: Apache-2.0
/** Floor 1: an epoch as views in DuckDB. */
@NullMarked
package io.fieldback.lake.reading;

import org.jspecify.annotations.NullMarked;
