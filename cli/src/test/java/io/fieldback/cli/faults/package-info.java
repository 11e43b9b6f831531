// SPDX-License-Identifier: Apache-2.0
/** Crashes at every fault point, killed processes, full disks; an oracle and readers that watch what becomes of it. */
@NullMarked
package io.fieldback.cli.faults;

import org.jspecify.annotations.NullMarked;
