// SPDX-License-Identifier: Apache-2.0
/** Floor 0: how long units live: life tables, life distributions, forecasts of returns. Pure functions. */
@NullMarked
package io.fieldback.statistics.life;

import org.jspecify.annotations.NullMarked;
