// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.List;

/** What the ages of a model's units let expect of a part in a month, and which units fail. */
final class Burden {
    private final List<Cell> cells;
    private final double[] sums;
    private int active;

    Burden(List<Cell> cells) {
        this.cells = cells;
        this.sums = new double[cells.size()];
    }

    /** Failures to expect in a month, season and quality apart. */
    double of(Part part, int month) {
        double sum = 0;
        active = 0;
        for (Cell cell : cells) {
            if (cell.produced() > month) {
                break;
            }
            sum += cell.sold() > month ? 0 : cell.units() * part.hazard(month - cell.sold() + 1);
            sums[active++] = sum;
        }
        return sum;
    }

    /** Whose failure one of that month is. */
    Cell pick(Draws draws) {
        return cells.get(draws.pick(sums, active));
    }
}
