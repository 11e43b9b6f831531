// SPDX-License-Identifier: Apache-2.0
/** What the tables must say, counted again from the input log in plain Java: no Flink, no DuckDB, no pipeline. */
@NullMarked
package io.fieldback.cli.faults.oracle;

import org.jspecify.annotations.NullMarked;
