// SPDX-License-Identifier: Apache-2.0
/** Floor 0: generalised linear models of counts. Pure functions. */
@NullMarked
package io.fieldback.statistics.glm;

import org.jspecify.annotations.NullMarked;
