// SPDX-License-Identifier: Apache-2.0
/** What an alert says, and how its changes are named: shared by who raises, keeps, shows and delivers alerts. */
@NullMarked
package io.fieldback.schemas.alert;

import org.jspecify.annotations.NullMarked;
