// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.cli.alerts.AlertState;
import io.fieldback.schemas.alert.AlertChange;

/**
 * A change to be told, with what a receiver wants to know beside it. It names no customer.
 *
 * @param change what happened
 * @param state the alert as it stands now
 * @param duty who is to act
 */
public record Telling(AlertChange change, AlertState state, Duty duty) {}
