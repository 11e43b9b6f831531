// SPDX-License-Identifier: Apache-2.0
/** Floor 3: where it runs on Flink. */
@NullMarked
package io.fieldback.jobs;

import org.jspecify.annotations.NullMarked;
