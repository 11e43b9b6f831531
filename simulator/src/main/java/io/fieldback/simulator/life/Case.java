// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.schemas.event.EventType;

/** Something that happened and is told in one or more events. Times are epoch seconds. */
public sealed interface Case permits Registration, Dispatch, Fitting, Visit, Grievance, Comeback, Stocktaking {
    /** The type of its events. */
    EventType type();

    /** Its business id. */
    String id();

    /** How often it is told. */
    History history();
}
