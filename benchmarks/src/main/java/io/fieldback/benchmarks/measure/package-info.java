// SPDX-License-Identifier: Apache-2.0
/** Clocks, counters and gauges. */
@NullMarked
package io.fieldback.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
