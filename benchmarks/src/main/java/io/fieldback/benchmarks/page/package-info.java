// SPDX-License-Identifier: Apache-2.0
/** The page that is written. */
@NullMarked
package io.fieldback.benchmarks.page;

import org.jspecify.annotations.NullMarked;
