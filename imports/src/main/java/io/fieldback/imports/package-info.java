// SPDX-License-Identifier: Apache-2.0
/** Floor 1: spreadsheets and foreign records to events, by mapping. */
@NullMarked
package io.fieldback.imports;

import org.jspecify.annotations.NullMarked;
