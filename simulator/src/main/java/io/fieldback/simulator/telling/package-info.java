// SPDX-License-Identifier: Apache-2.0
/** How a happening is told: as an event, in one of its versions. */
@NullMarked
package io.fieldback.simulator.telling;

import org.jspecify.annotations.NullMarked;
