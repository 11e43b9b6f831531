// SPDX-License-Identifier: Apache-2.0
/** Floor 3: event files as a Flink source. */
@NullMarked
package io.fieldback.jobs.files;

import org.jspecify.annotations.NullMarked;
