// SPDX-License-Identifier: Apache-2.0
/** Floor 1: the mapping file. */
@NullMarked
package io.fieldback.imports.mapping;

import org.jspecify.annotations.NullMarked;
