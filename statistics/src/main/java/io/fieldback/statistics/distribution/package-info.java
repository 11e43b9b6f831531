// SPDX-License-Identifier: Apache-2.0
/** Floor 0: distributions of counts. Pure functions. */
@NullMarked
package io.fieldback.statistics.distribution;

import org.jspecify.annotations.NullMarked;
