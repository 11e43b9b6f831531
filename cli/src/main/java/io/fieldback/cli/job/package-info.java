// SPDX-License-Identifier: Apache-2.0
/** Floor 4: the job in an embedded Flink, and its account of what was read. */
@NullMarked
package io.fieldback.cli.job;

import org.jspecify.annotations.NullMarked;
