// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.EpochAccounts;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.LakeException;
import io.fieldback.lake.epoch.Rollback;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.pipelines.storing.Account;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Tally;
import java.util.List;

/** Goes back to an older epoch of a warehouse: what was read since is read again. */
public final class WarehouseRollback {
    private WarehouseRollback() {}

    /**
     * Makes an epoch the newest again. Whoever writes the warehouse now can publish no more. Nothing is deleted.
     *
     * @return the new epoch, which says what the older one said
     */
    public static Epoch to(JobSettings settings, long epoch) {
        Warehouse warehouse = WarehouseStart.open(settings);
        if (warehouse.epoch(epoch).isEmpty()) {
            throw new LakeException("Cannot roll back to epoch " + epoch + ": warehouse " + settings.warehouse()
                    + " has none of this number");
        }
        Generation right =
                warehouse.takeGeneration(settings.who(), settings.clock().instant());
        return warehouse.rollback(new Rollback(
                right,
                epoch,
                EpochJson.accounts(takenBack(warehouse, epoch)),
                settings.programVersion(),
                settings.clock().instant()));
    }

    /** As a bookkeeper does: what was counted since is counted again with the other sign. */
    private static List<Account> takenBack(Warehouse warehouse, long after) {
        Tally tally = new Tally();
        for (EpochAccounts each : warehouse.accounts(Long.MAX_VALUE)) {
            if (each.number() > after) {
                EpochJson.accountsOf(each.accountsJson()).forEach(account -> tally.add(account.negated()));
            }
        }
        return tally.drain();
    }
}
