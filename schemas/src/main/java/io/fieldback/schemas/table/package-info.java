// SPDX-License-Identifier: Apache-2.0
/** Floor 0: the tables, their grain and their columns. */
@NullMarked
package io.fieldback.schemas.table;

import org.jspecify.annotations.NullMarked;
