// SPDX-License-Identifier: Apache-2.0
/** Floor 0: intervals of counts, shares, rates and ratios. Pure functions. */
@NullMarked
package io.fieldback.statistics.interval;

import org.jspecify.annotations.NullMarked;
