// SPDX-License-Identifier: Apache-2.0
/** Floor 2: what a report says: sentences, tables, charts; no words on how it looks. */
@NullMarked
package io.fieldback.reports.content;

import org.jspecify.annotations.NullMarked;
