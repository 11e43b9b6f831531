// SPDX-License-Identifier: Apache-2.0
/** Floor 0: forecasts and stocks of parts that are seldom asked for. Pure functions. */
@NullMarked
package io.fieldback.statistics.demand;

import org.jspecify.annotations.NullMarked;
