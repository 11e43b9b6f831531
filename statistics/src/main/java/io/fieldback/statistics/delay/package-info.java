// SPDX-License-Identifier: Apache-2.0
/** Floor 0: how long reports take, and what is still to come. Pure functions. */
@NullMarked
package io.fieldback.statistics.delay;

import org.jspecify.annotations.NullMarked;
