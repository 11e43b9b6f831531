// SPDX-License-Identifier: Apache-2.0
/** Floor 4: {@code fieldback analyze}: what a method is, what it is given and what it answers, whatever the method. */
@NullMarked
package io.fieldback.cli.analyze;

import org.jspecify.annotations.NullMarked;
