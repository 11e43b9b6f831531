// SPDX-License-Identifier: Apache-2.0
/** Floor 4: the whole way from events or a sheet to a page, for demo and try. */
@NullMarked
package io.fieldback.cli.showcase;

import org.jspecify.annotations.NullMarked;
