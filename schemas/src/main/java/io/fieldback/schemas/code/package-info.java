// SPDX-License-Identifier: Apache-2.0
/** Floor 0: the closed lists of codes that events use. */
@NullMarked
package io.fieldback.schemas.code;

import org.jspecify.annotations.NullMarked;
