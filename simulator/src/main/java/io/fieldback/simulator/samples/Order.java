// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.samples;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A repair order as a service department keeps it. Money in yuan. */
record Order(
        String orderNo,
        LocalDateTime reported,
        LocalDate failed,
        String model,
        String serialNo,
        Client client,
        String region,
        String site,
        String serviceType,
        String coverage,
        String faultText,
        int labour,
        LocalDateTime arrived,
        LocalDateTime completed,
        List<Line> lines) {
    /** Copies the lines. */
    Order {
        lines = List.copyOf(lines);
    }

    /** Who owns the unit. All invented. */
    record Client(String name, String phone, String address) {}

    /** A line of an order: a fault and the part used; all null where there was no fault. */
    record Line(
            @Nullable String component,
            @Nullable String symptomCode,
            @Nullable String cause,
            @Nullable String action,
            @Nullable String partNo,
            @Nullable String supplier,
            @Nullable String lot,
            @Nullable Integer quantity,
            @Nullable Integer cost) {
        /** The line of an order without a fault. */
        static final Line NONE = new Line(null, null, null, null, null, null, null, null, null);
    }
}
