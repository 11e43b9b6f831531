// SPDX-License-Identifier: Apache-2.0
/** Chance from a seed, the same on every machine. */
@NullMarked
package io.fieldback.simulator.chance;

import org.jspecify.annotations.NullMarked;
