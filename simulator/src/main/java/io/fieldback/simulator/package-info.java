// SPDX-License-Identifier: Apache-2.0
/** A seeded maker of water heaters: its events in the order they arrive, and the truths planted in them. */
@NullMarked
package io.fieldback.simulator;

import org.jspecify.annotations.NullMarked;
