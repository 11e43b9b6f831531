// SPDX-License-Identifier: Apache-2.0
/** Floor 4: what each channel was told of alerts, in a file that survives restarts; never part of an epoch. */
@NullMarked
package io.fieldback.cli.spool;

import org.jspecify.annotations.NullMarked;
