// SPDX-License-Identifier: Apache-2.0
/** Floor 3: where a start begins: the newest usable checkpoint, or the tables. */
@NullMarked
package io.fieldback.jobs.start;

import org.jspecify.annotations.NullMarked;
