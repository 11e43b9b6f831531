// SPDX-License-Identifier: Apache-2.0
/** Floor 0: Fieldback's own detector for many sparse series of counts with exposure and late reports. Pure functions. */
@NullMarked
package io.fieldback.statistics.watch;

import org.jspecify.annotations.NullMarked;
