// SPDX-License-Identifier: Apache-2.0
/** Floor 1: from the rows of a sheet to the events of a mapping. */
@NullMarked
package io.fieldback.imports.rows;

import org.jspecify.annotations.NullMarked;
