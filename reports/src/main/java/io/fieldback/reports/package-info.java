// SPDX-License-Identifier: Apache-2.0
/** Floor 2: what people read. */
@NullMarked
package io.fieldback.reports;

import org.jspecify.annotations.NullMarked;
