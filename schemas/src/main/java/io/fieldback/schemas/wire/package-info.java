// SPDX-License-Identifier: Apache-2.0
/** Floor 0: JSON to record and back. The only package here that knows Jackson. */
@NullMarked
package io.fieldback.schemas.wire;

import org.jspecify.annotations.NullMarked;
