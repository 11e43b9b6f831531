// SPDX-License-Identifier: Apache-2.0
/** Floor 0: what is more than chance. Pure functions. */
@NullMarked
package io.fieldback.statistics.detection;

import org.jspecify.annotations.NullMarked;
