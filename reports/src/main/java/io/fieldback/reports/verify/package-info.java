// SPDX-License-Identifier: Apache-2.0
/** Floor 2: the tables proved against each other, in SQL. */
@NullMarked
package io.fieldback.reports.verify;

import org.jspecify.annotations.NullMarked;
