// SPDX-License-Identifier: Apache-2.0
/** What a look of a detector costs, by JMH. */
@NullMarked
package io.fieldback.benchmarks.detectors;

import org.jspecify.annotations.NullMarked;
