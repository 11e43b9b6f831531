// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.journal;

import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.epoch.Generation;
import io.fieldback.lake.epoch.Replacement;
import io.fieldback.lake.epoch.StaleReplacementException;
import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.ledgers.PostingRule;
import io.fieldback.pipelines.rules.RuleSettings;
import io.fieldback.pipelines.rules.RuleSubject;
import io.fieldback.pipelines.storing.EpochFiles;
import io.fieldback.pipelines.units.UnitBuffer;
import io.fieldback.pipelines.units.UnitBytes;
import io.fieldback.pipelines.units.UnitContent;
import io.fieldback.pipelines.units.UnitEntries;
import io.fieldback.pipelines.units.UnitRebuild;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.table.Journals;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes the ledgers of a warehouse anew from its journals, by other rules, and puts them in the place of the old ones in
 * one epoch. Cases and units are taken in several passes over the journals, a share of them each, so that memory is
 * bounded.
 */
public final class LedgerRebuild {
    /** Cells are written out when so many wait; a cell that comes again is one more row, and rows are summed. */
    private static final int MAX_CELLS = 500_000;

    private static final List<Table> LEDGERS =
            List.of(Tables.FAILURE_LEDGER, Tables.COHORT_LEDGER, Tables.EXPOSURE_LEDGER);

    /** Upkeep may be first a few times; it changes files and nothing that they say. */
    private static final int ATTEMPTS = 5;

    private final Warehouse warehouse;
    private final Generation right;
    private final PostingRule rule;
    private final String rulesVersion;

    /**
     * A rebuild of a warehouse.
     *
     * @param warehouse that has been read into
     * @param right to write it, taken before: whoever wrote with the old rules is fenced
     * @param rule that makes the entries
     * @param rulesVersion its name
     */
    public LedgerRebuild(Warehouse warehouse, Generation right, PostingRule rule, String rulesVersion) {
        this.warehouse = warehouse;
        this.right = right;
        this.rule = rule;
        this.rulesVersion = rulesVersion;
    }

    /**
     * What was done.
     *
     * @param epoch that has the new ledgers
     * @param contents that were read
     * @param rows of the new ledgers
     * @param passes over the journals
     */
    public record Done(Epoch epoch, long contents, long rows, int passes) {}

    /**
     * Makes and publishes the ledgers.
     *
     * @param casesAtOnce how many cases may be in memory; about 400 bytes each
     * @param programVersion of Fieldback
     * @param at time of the epoch
     */
    public Done publish(long casesAtOnce, String programVersion, Instant at) throws Exception {
        Epoch from = warehouse
                .newestEpoch()
                .orElseThrow(() -> new IllegalStateException("Cannot rebuild the ledgers of " + warehouse.folder()
                        + ": nothing has been read into it yet; delete it and read the sources into a new one"));
        long contents = 0;
        for (EventType type : EventType.values()) {
            contents += warehouse.rows(from, Journals.of(type).name());
        }
        int passes = (int) Math.max(1, (contents + casesAtOnce - 1) / casesAtOnce);
        List<WrittenFile> made;
        try (EpochFiles files = new EpochFiles(warehouse, "rules")) {
            for (int pass = 0; pass < passes; pass++) {
                cases(files, from, new Share(pass, passes));
                units(files, from, new Share(pass, passes));
            }
            made = files.finish().stream().map(WrittenFile::fromBytes).toList();
        }
        long rows = made.stream().mapToLong(WrittenFile::rows).sum();
        return new Done(replace(made, programVersion, at), contents, rows, passes);
    }

    private void cases(EpochFiles files, Epoch from, Share share) throws Exception {
        Cases cases = new Cases(share);
        new Rebuild(warehouse, from, rule, RuleSettings.STANDARD).into(cases);
        LedgerBuffer ledger = new LedgerBuffer();
        for (byte[] history : cases.histories.values()) {
            ledger.add(Entries.of(CaseBytes.read(history).versions()));
            if (ledger.size() >= MAX_CELLS) {
                ledger.flush(files);
            }
        }
        ledger.flush(files);
    }

    private void units(EpochFiles files, Epoch from, Share share) throws IOException {
        Units units = new Units(share);
        new UnitRebuild(warehouse, from).into(units);
        UnitBuffer ledger = new UnitBuffer();
        for (byte[] history : units.histories.values()) {
            UnitEntries.of(UnitBytes.read(history), ledger);
            if (ledger.size() >= MAX_CELLS) {
                ledger.flush(files);
            }
        }
        ledger.flush(files);
    }

    private Epoch replace(List<WrittenFile> made, String programVersion, Instant at) {
        for (int attempt = 1; ; attempt++) {
            Epoch newest = warehouse.newestEpoch().orElseThrow();
            List<String> old = LEDGERS.stream()
                    .flatMap(ledger -> warehouse.files(newest, ledger.name()).stream())
                    .map(warehouse::relative)
                    .toList();
            try {
                return warehouse.replace(Replacement.rules(right, newest, rulesVersion, old, made, programVersion, at));
            } catch (StaleReplacementException upkeep) {
                if (attempt == ATTEMPTS) {
                    throw upkeep;
                }
            }
        }
    }

    /** A part of the cases, or of the units, by their keys. */
    private record Share(int pass, int passes) {
        boolean has(String key) {
            int hash = key.hashCode() * 0x9E3779B9;
            return passes == 1 || Math.floorMod(hash ^ (hash >>> 16), passes) == pass;
        }
    }

    /** The cases of one pass, as the bytes that the job's state has too. */
    private static final class Cases implements Rebuild.Target {
        private final Share share;
        private final Map<String, byte[]> histories = new HashMap<>();

        Cases(Share share) {
            this.share = share;
        }

        @Override
        public boolean keeps(String key) {
            return share.has(key);
        }

        @Override
        public void sighting(
                String key, Version version, Collection<String> serialNos, Collection<RuleSubject> subjects)
                throws IOException {
            histories.put(
                    key, CaseBytes.write(CaseBytes.read(histories.get(key)).with(version)));
        }

        @Override
        public void refused(String key) {
            // What is refused enters nothing.
        }
    }

    /** The units of one pass, as the bytes that the job's state has too. */
    private static final class Units implements UnitRebuild.Target {
        private final Share share;
        private final Map<String, byte[]> histories = new HashMap<>();

        Units(Share share) {
            this.share = share;
        }

        @Override
        public boolean keeps(String serialNo) {
            return share.has(serialNo);
        }

        @Override
        public void sighting(String serialNo, UnitContent content) throws IOException {
            histories.put(serialNo, UnitBytes.with(histories.get(serialNo), content));
        }
    }
}
