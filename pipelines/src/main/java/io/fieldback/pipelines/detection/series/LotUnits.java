// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import io.fieldback.pipelines.detection.LotExposure;
import java.util.TreeMap;

/** Units that hold a part of one lot, by product and month in service. */
public final class LotUnits {
    private final LotKey key;
    private final TreeMap<String, MonthUnits> products = new TreeMap<>();
    private final TreeMap<Integer, Long> produced = new TreeMap<>();

    LotUnits(LotKey key) {
        this.key = key;
    }

    /**
     * Names a lot.
     *
     * @param component of its parts
     * @param supplier who made it
     * @param lot its code
     */
    public record LotKey(String component, String supplier, String lot) implements Comparable<LotKey> {
        @Override
        public int compareTo(LotKey other) {
            int order = component.compareTo(other.component);
            order = order != 0 ? order : lot.compareTo(other.lot);
            return order != 0 ? order : supplier.compareTo(other.supplier);
        }
    }

    void add(LotExposure known) {
        int service = FailureRows.service(known.inServiceMonth(), known.productionMonth());
        if (service >= 0) {
            products.computeIfAbsent(known.productModel(), model -> new MonthUnits())
                    .add(service, known.units());
            produced.merge(known.productionMonth(), known.units(), Long::sum);
        }
    }

    /** Which lot it is. */
    public LotKey key() {
        return key;
    }

    /** Units by product. */
    public TreeMap<String, MonthUnits> products() {
        return products;
    }

    /** Units by month of production. */
    public TreeMap<Integer, Long> produced() {
        return produced;
    }
}
