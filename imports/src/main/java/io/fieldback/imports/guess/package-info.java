// SPDX-License-Identifier: Apache-2.0
/** Floor 1: what a sheet seems to hold, for someone without a mapping. */
@NullMarked
package io.fieldback.imports.guess;

import org.jspecify.annotations.NullMarked;
