// SPDX-License-Identifier: Apache-2.0
/** Floor 0: least values of functions. Pure functions. */
@NullMarked
package io.fieldback.statistics.optimum;

import org.jspecify.annotations.NullMarked;
