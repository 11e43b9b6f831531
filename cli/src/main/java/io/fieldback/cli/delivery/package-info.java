// SPDX-License-Identifier: Apache-2.0
/** Floor 4: tells people and systems of alerts: what is news, to whom, until they have taken it. */
@NullMarked
package io.fieldback.cli.delivery;

import org.jspecify.annotations.NullMarked;
