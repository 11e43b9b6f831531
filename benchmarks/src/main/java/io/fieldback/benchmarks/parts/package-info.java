// SPDX-License-Identifier: Apache-2.0
/** Each part of the job alone, on one thread. */
@NullMarked
package io.fieldback.benchmarks.parts;

import org.jspecify.annotations.NullMarked;
