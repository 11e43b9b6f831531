// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Months in service at which age curves end: beyond the warranty failures are not reported anymore, and a curve that
 * goes on says that units have stopped failing.
 */
final class WarrantyLimits {
    private final Asking asking;
    private final Map<String, Row> seen = new HashMap<>();

    private WarrantyLimits(Asking asking) {
        this.asking = asking;
        asking.rows("warranty_limits").forEach(row -> seen.put(row.text("product_model"), row));
    }

    static WarrantyLimits of(Asking asking) {
        return new WarrantyLimits(asking);
    }

    /** The month given, else the one at which the repairs of a product turn chargeable; empty where neither tells. */
    Optional<Integer> months(String product) {
        if (asking.context().warrantyMonths().isPresent()) {
            return asking.context().warrantyMonths();
        }
        Row row = seen.get(product);
        return row == null || row.isNull("months")
                ? Optional.empty()
                : Optional.of(Math.toIntExact(row.count("months")));
    }

    /** A curve up to the limit of its product. */
    Curve cut(Curve curve) {
        return months(curve.product())
                .filter(limit -> limit < curve.points().size())
                .map(limit -> new Curve(
                        curve.product(), curve.quarter(), curve.points().subList(0, limit)))
                .orElse(curve);
    }

    /** Where the curves of a product end and why; a reason for care where nothing tells. */
    Finding finding(String product) {
        Row row = seen.get(product);
        if (asking.context().warrantyMonths().isPresent()) {
            return Finding.plain(asking.say(
                    "warranty.given", asking.context().warrantyMonths().get()));
        }
        if (months(product).isPresent()) {
            return Finding.plain(
                    asking.say("warranty.seen", product, months(product).get()));
        }
        return row != null && row.flag("within")
                ? Finding.plain(asking.say("warranty.within", product))
                : new Finding(State.WATCH, "", asking.say("warranty.unknown", product));
    }
}
