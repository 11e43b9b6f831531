// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.lake.epoch.Warehouse;
import io.fieldback.lake.parquet.TableReader;
import io.fieldback.lake.parquet.TableWriter;
import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.schemas.table.Table;
import io.fieldback.schemas.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;

/** A planted bug: what is taken back from the ledger is taken from another cell than it was entered in. */
final class OtherReversalFunction implements MapFunction<Notice, Notice> {
    private static final long serialVersionUID = 1;

    private final String warehouse;

    OtherReversalFunction(String warehouse) {
        this.warehouse = warehouse;
    }

    @Override
    public Notice map(Notice notice) {
        List<byte[]> files = new ArrayList<>();
        for (byte[] file : notice.files()) {
            WrittenFile written = WrittenFile.fromBytes(file);
            files.add(written.table().equals(Tables.FAILURE_LEDGER.name()) ? rewritten(written) : file);
        }
        return new Notice(files, notice.accounts(), notice.progress());
    }

    private byte[] rewritten(WrittenFile written) {
        Warehouse lake = Warehouse.open(Path.of(warehouse));
        Table ledger = Tables.FAILURE_LEDGER;
        TableWriter out =
                new TableWriter(ledger, lake.fieldIds(ledger.name()), lake.newFile(ledger.name(), "journal-0"));
        TableReader.read(lake.folder().resolve(written.path()), ledger, row -> {
            @Nullable Object[] changed = row;
            if ((Long) Objects.requireNonNull(row[8]) < 0) {
                changed[ledger.position("region")] = "elsewhere";
            }
            out.write(changed);
        });
        return out.finish().toBytes();
    }
}
