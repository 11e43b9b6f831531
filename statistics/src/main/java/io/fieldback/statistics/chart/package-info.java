// SPDX-License-Identifier: Apache-2.0
/** Floor 0: control charts with limits frozen on a baseline. Pure functions. */
@NullMarked
package io.fieldback.statistics.chart;

import org.jspecify.annotations.NullMarked;
