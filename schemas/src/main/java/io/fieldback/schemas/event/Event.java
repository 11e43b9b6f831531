// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.event;

/** A snapshot of a case: its id and all that is known of it at one time. Nothing is updated in place. */
public sealed interface Event
        permits Unit,
                Shipment,
                Population,
                Installation,
                Repair,
                Complaint,
                Return,
                ServiceRequest,
                FollowUp,
                PartRequest,
                PartMovement,
                CorrectiveAction,
                SupplierClaim,
                ServiceFee,
                Charge,
                AlertDecision {
    /** What every event carries. */
    Envelope envelope();
}
