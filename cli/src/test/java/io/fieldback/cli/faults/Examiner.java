// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.faults.oracle.Breach;
import io.fieldback.cli.faults.oracle.Oracle;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import java.util.List;

/** Looks at an epoch as soon as it is seen. */
interface Examiner {
    /** What is wrong with it. */
    List<Breach> examine(Warehouse warehouse, Epoch epoch);

    /** Records that it has not read, of those that were sent or will be. */
    long unread(Epoch epoch);

    /** By an oracle that knows the log. */
    static Examiner of(Oracle oracle) {
        return new Examiner() {
            @Override
            public List<Breach> examine(Warehouse warehouse, Epoch epoch) {
                return oracle.breaches(warehouse, epoch);
            }

            @Override
            public long unread(Epoch epoch) {
                return oracle.unread(epoch);
            }
        };
    }
}
