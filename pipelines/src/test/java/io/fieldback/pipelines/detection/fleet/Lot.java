// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.ArrayList;
import java.util.List;

/**
 * A supplier's lot that is built into units of a month: it lasts for a month and a half.
 *
 * @param supplier as rows have it
 * @param code as rows have it
 * @param share of the month's units that have it
 */
record Lot(String supplier, String code, double share) {
    /** The lots of a part that models of a platform have in a month. */
    static List<Lot> built(Part part, int platform, int produced) {
        List<Lot> lots = new ArrayList<>();
        int third = Math.floorMod(produced, 3);
        int lot = Math.floorDiv(produced, 3) * 2 + (third == 2 ? 1 : 0);
        for (int i = 0; i < part.suppliers().length; i++) {
            double share = part.suppliers()[i];
            if (third == 1) {
                lots.add(lot(part, i, platform, lot, share / 2));
                lots.add(lot(part, i, platform, lot + 1, share / 2));
            } else {
                lots.add(lot(part, i, platform, lot, share));
            }
        }
        return lots;
    }

    private static Lot lot(Part part, int supplier, int platform, int number, double share) {
        String name = part.supplier(supplier);
        return new Lot(name, name + part.line() + platform + "-" + number, share);
    }
}
