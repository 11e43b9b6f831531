// SPDX-License-Identifier: Apache-2.0
/** Floor 0: what a record looks like, read once from the record itself; wire, tables and hashes follow it. */
@NullMarked
package io.fieldback.schemas.shape;

import org.jspecify.annotations.NullMarked;
