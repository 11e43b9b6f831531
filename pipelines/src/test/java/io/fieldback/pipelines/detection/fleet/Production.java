// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.ArrayList;
import java.util.List;

/** The units of a model: made month by month, in service up to four months later. */
final class Production {
    private static final double[] LAG = {0.15, 0.35, 0.25, 0.15, 0.1};
    private static final double DATED = 0.95;
    private static final double PEAK = 3;

    private Production() {}

    static List<Cell> cells(FleetOptions options, Model model) {
        Draws draws = new Draws(options.seed(), "production", model.code());
        List<Cell> cells = new ArrayList<>();
        int end = Days.month(options.end());
        for (int produced = model.from(); produced <= Math.min(model.to(), end); produced++) {
            long made = Math.round(model.planned(produced) * draws.spread(0.08));
            double[] sales = sales(options, produced);
            double left = 0;
            for (double share : sales) {
                left += share;
            }
            long unsold = made;
            for (int lag = 0; lag < sales.length; lag++) {
                int units = (int) Math.round(unsold * sales[lag] / left);
                unsold -= units;
                left -= sales[lag];
                int dated = (int) Math.round(units * DATED);
                add(cells, new Cell(produced, produced + lag, dated, true));
                add(cells, new Cell(produced, produced + lag, units - dated, false));
            }
        }
        return List.copyOf(cells);
    }

    private static void add(List<Cell> cells, Cell cell) {
        if (cell.units() > 0) {
            cells.add(cell);
        }
    }

    /** What is made shortly before a peak waits for it. */
    private static double[] sales(FleetOptions options, int produced) {
        double[] sales = LAG.clone();
        for (int lag = 0; lag < sales.length; lag++) {
            int monthOfYear = Math.floorMod(produced + lag, 12) + 1;
            boolean peak = monthOfYear == 6 || monthOfYear == 11;
            sales[lag] *= options.has(Disturbance.SALES_PEAK) && peak ? PEAK : 1;
        }
        return sales;
    }
}
