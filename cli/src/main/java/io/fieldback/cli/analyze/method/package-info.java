// SPDX-License-Identifier: Apache-2.0
/** Floor 4: the methods of {@code fieldback analyze}, one a file: from columns to calls of statistics and back. */
@NullMarked
package io.fieldback.cli.analyze.method;

import org.jspecify.annotations.NullMarked;
