// SPDX-License-Identifier: Apache-2.0
/** Floor 4: the state of a warehouse in words and figures. */
@NullMarked
package io.fieldback.cli.lake;

import org.jspecify.annotations.NullMarked;
