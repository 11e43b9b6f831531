// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.feed;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.pipelines.detection.expectation.NotYetJudged;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the last look of an epoch says to people.
 *
 * @param day by whose end all was known
 * @param pending products that counts say nothing of yet
 */
public record LastLook(LocalDate day, NotYetJudged pending) {
    private static final Table COLUMNS = new Table(
            Tables.WATCH_TICKS.name(),
            Tables.WATCH_TICKS.grain(),
            List.of(
                    Tables.WATCH_TICKS.columns().get(Tables.WATCH_TICKS.position("known_on")),
                    Tables.WATCH_TICKS.columns().get(Tables.WATCH_TICKS.position("not_judged"))));

    /**
     * The last look that ended a run; empty if there is none, or none of a program that says it.
     *
     * @param asOf the look is not of a later day
     */
    public static Optional<LastLook> of(Warehouse warehouse, Epoch epoch, Optional<LocalDate> asOf) {
        Newest newest = new Newest(asOf.orElse(LocalDate.MAX));
        for (Path file : warehouse.files(epoch, COLUMNS.name())) {
            TableReader.read(file, COLUMNS, newest::take);
        }
        return newest.text == null
                ? Optional.empty()
                : Optional.of(new LastLook(newest.day, NotYetJudged.of(newest.text)));
    }

    private static final class Newest {
        private final LocalDate upTo;
        private LocalDate day = LocalDate.MIN;
        private @Nullable String text;

        Newest(LocalDate upTo) {
            this.upTo = upTo;
        }

        void take(@Nullable Object[] row) {
            LocalDate its = (LocalDate) Objects.requireNonNull(row[0]);
            if (row[1] != null && !its.isAfter(upTo) && its.isAfter(day)) {
                day = its;
                text = (String) row[1];
            }
        }
    }
}
