// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.lake.parquet.WrittenFile;
import io.fieldback.pipelines.storing.Notice;
import io.fieldback.pipelines.storing.StoringSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Sightings through the operator of units, to closed files. */
public final class UnitFiles {
    private UnitFiles() {}

    /** The files of these sightings, by an operator that begins as the settings say. */
    public static List<WrittenFile> of(Queue<StreamRecord<UnitSighting>> sightings, StoringSettings settings)
            throws Exception {
        try (KeyedOneInputStreamOperatorTestHarness<String, UnitSighting, Notice> operator =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new UnitOperator(settings), UnitSighting::serialNo, Types.STRING, 4, 1, 0)) {
            operator.open();
            for (StreamRecord<UnitSighting> sighting : sightings) {
                operator.processElement(sighting);
            }
            operator.prepareSnapshotPreBarrier(1);
            List<WrittenFile> files = new ArrayList<>();
            for (Notice notice : operator.extractOutputValues()) {
                notice.files().forEach(file -> files.add(WrittenFile.fromBytes(file)));
            }
            return files;
        }
    }
}
