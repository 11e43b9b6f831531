// SPDX-License-Identifier: Apache-2.0
/** Floor 4: what a terminal shows: tables, progress, sentences of errors. */
@NullMarked
package io.fieldback.cli.terminal;

import org.jspecify.annotations.NullMarked;
