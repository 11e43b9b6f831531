// SPDX-License-Identifier: Apache-2.0
/** Floor 0: failures of units that are repaired and fail again. Pure functions. */
@NullMarked
package io.fieldback.statistics.recurrence;

import org.jspecify.annotations.NullMarked;
