// SPDX-License-Identifier: Apache-2.0
/** What it costs, measured in one run and written to {@code docs/benchmarks.md}. */
@NullMarked
package io.fieldback.benchmarks;

import org.jspecify.annotations.NullMarked;
