// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator.life;

import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;
import java.util.List;

/** Units that went into use, by model and month. */
final class Stock {
    private final long[][] begun;

    Stock(List<Model> models) {
        begun = new long[models.size()][Horizon.MONTHS];
    }

    void add(MadeUnit unit) {
        if (unit.inServiceDay() <= Horizon.END) {
            begun[unit.model().index()][Horizon.index(unit.inServiceDay())]++;
        }
    }

    /** Units in use at the end of the month of this index. */
    long inField(Model model, int month) {
        return sum(model, 0, month);
    }

    /** Of them, those under warranty. */
    long inWarranty(Model model, int month) {
        return sum(model, Math.max(0, month - model.warrantyMonths() + 1), month);
    }

    private long sum(Model model, int from, int to) {
        long sum = 0;
        for (int month = from; month <= to; month++) {
            sum += begun[model.index()][month];
        }
        return sum;
    }
}
