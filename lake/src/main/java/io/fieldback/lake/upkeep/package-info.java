// SPDX-License-Identifier: Apache-2.0
/** Floor 1: what keeps a warehouse tidy: compaction, expiry, sweep, and its status. */
@NullMarked
package io.fieldback.lake.upkeep;

import org.jspecify.annotations.NullMarked;
