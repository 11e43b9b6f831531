// SPDX-License-Identifier: Apache-2.0
/** The whole job, from bytes to tables, judged by what the tables say. */
@NullMarked
package io.fieldback.cli.wholejob;

import org.jspecify.annotations.NullMarked;
