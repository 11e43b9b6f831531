// SPDX-License-Identifier: Apache-2.0
/** Floor 4: the fieldback command. */
@NullMarked
package io.fieldback.cli;

import org.jspecify.annotations.NullMarked;
