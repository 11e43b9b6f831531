// SPDX-License-Identifier: Apache-2.0
/** What the watch is told by files, and how its rules are tried on the past. */
@NullMarked
package io.fieldback.cli.watch;

import org.jspecify.annotations.NullMarked;
