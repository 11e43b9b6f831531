// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.life;

/** A function's value, slope and curvature at one place. */
record Derivatives(double value, double first, double second) {}
