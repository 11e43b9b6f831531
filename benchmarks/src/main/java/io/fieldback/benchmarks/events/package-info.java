// SPDX-License-Identifier: Apache-2.0
/** Events to measure with: simulated once, then re-made under other ids. */
@NullMarked
package io.fieldback.benchmarks.events;

import org.jspecify.annotations.NullMarked;
