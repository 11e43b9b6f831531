// SPDX-License-Identifier: Apache-2.0
/** What is run against the clock as a whole. */
@NullMarked
package io.fieldback.benchmarks.run;

import org.jspecify.annotations.NullMarked;
