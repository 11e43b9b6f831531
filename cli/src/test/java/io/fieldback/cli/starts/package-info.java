// SPDX-License-Identifier: Apache-2.0
/** Starts, stops and restarts of a job that reads topics, as an operator of it meets them. */
@NullMarked
package io.fieldback.cli.starts;

import org.jspecify.annotations.NullMarked;
