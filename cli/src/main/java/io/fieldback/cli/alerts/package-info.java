// SPDX-License-Identifier: Apache-2.0
/** Floor 4: alerts as they stand: their changes read from the tables and put together, for people and for delivery. */
@NullMarked
package io.fieldback.cli.alerts;

import org.jspecify.annotations.NullMarked;
