// SPDX-License-Identifier: Apache-2.0
/** Floor 0: what goes together more often than chance. Pure functions. */
@NullMarked
package io.fieldback.statistics.disproportion;

import org.jspecify.annotations.NullMarked;
