// SPDX-License-Identifier: Apache-2.0
/** Floor 0: the mathematics of field data. Pure functions, no input or output. */
@NullMarked
package io.fieldback.statistics;

import org.jspecify.annotations.NullMarked;
