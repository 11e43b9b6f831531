// SPDX-License-Identifier: Apache-2.0
/** Makers drawn from a seed, as detection sees them, with what was planted in them and what must not alarm. */
@NullMarked
package io.fieldback.pipelines.detection.fleet;

import org.jspecify.annotations.NullMarked;
