// SPDX-License-Identifier: Apache-2.0
/** Floor 1: a cell of a foreign table, and how text and numbers become days, times, amounts. */
@NullMarked
package io.fieldback.imports.cell;

import org.jspecify.annotations.NullMarked;
