// SPDX-License-Identifier: Apache-2.0
/** Floor 0: days, ages and calendars. */
@NullMarked
package io.fieldback.schemas.time;

import org.jspecify.annotations.NullMarked;
