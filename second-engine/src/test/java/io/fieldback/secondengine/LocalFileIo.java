// SPDX-License-Identifier: Apache-2.0
package io.fieldback.secondengine;

import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/** Local files, read only. */
public final class LocalFileIo implements FileIO {
    private static final long serialVersionUID = 1L;

    @Override
    public InputFile newInputFile(String location) {
        return Files.localInput(location);
    }

    @Override
    public OutputFile newOutputFile(String location) {
        throw new UnsupportedOperationException("Cannot write " + location + ": this client only reads");
    }

    @Override
    public void deleteFile(String location) {
        throw new UnsupportedOperationException("Cannot delete " + location + ": this client only reads");
    }
}
