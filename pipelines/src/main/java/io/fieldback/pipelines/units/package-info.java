// SPDX-License-Identifier: Apache-2.0
/** Floor 2: what all cases together say of a unit, and what that enters into the ledgers of cohorts and exposure. */
@NullMarked
package io.fieldback.pipelines.units;

import org.jspecify.annotations.NullMarked;
