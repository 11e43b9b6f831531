// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.pipelines.units.UnitBytes;
import io.fieldback.pipelines.units.UnitSighting;
import org.apache.flink.api.common.functions.FilterFunction;

/** A planted bug: a unit is told only of contents that say something of it. */
final class ForgottenUnitsFunction implements FilterFunction<UnitSighting> {
    private static final long serialVersionUID = 1;

    @Override
    public boolean filter(UnitSighting sighting) throws Exception {
        return !UnitBytes.read(sighting.content()).contents().get(0).facts().isEmpty();
    }
}
