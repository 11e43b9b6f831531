// SPDX-License-Identifier: Apache-2.0
/** The synthetic sample files of the project. */
@NullMarked
package io.fieldback.simulator.samples;

import org.jspecify.annotations.NullMarked;
