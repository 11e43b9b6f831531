// SPDX-License-Identifier: Apache-2.0
/** Floor 4: the commands, one class each. */
@NullMarked
package io.fieldback.cli.command;

import org.jspecify.annotations.NullMarked;
