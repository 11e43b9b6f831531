// SPDX-License-Identifier: Apache-2.0
/** Floor 0: what an event says of itself that cannot be, or can hardly be. */
@NullMarked
package io.fieldback.schemas.check;

import org.jspecify.annotations.NullMarked;
