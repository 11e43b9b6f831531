// SPDX-License-Identifier: Apache-2.0
/** Seeded random events, for the tests of this and other modules. */
@NullMarked
package io.fieldback.schemas.random;

import org.jspecify.annotations.NullMarked;
