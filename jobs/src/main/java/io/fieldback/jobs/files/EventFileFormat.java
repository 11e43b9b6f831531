// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.files;

import io.fieldback.pipelines.intake.RawRecord;
import io.fieldback.schemas.wire.EventReader;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.ArrayResultIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;

/** Event files, one JSON object a line, gzip by its name. A file is read by one reader, in order. */
final class EventFileFormat implements BulkFormat<RawRecord, FileSourceSplit> {
    private static final long serialVersionUID = 1;
    private static final int BATCH = 256;

    private final List<EventFile> files;

    EventFileFormat(List<EventFile> files) {
        this.files = List.copyOf(files);
    }

    @Override
    public BulkFormat.Reader<RawRecord> createReader(Configuration config, FileSourceSplit split) throws IOException {
        EventFile file = file(split.path());
        return new LineReader(file, split.path(), file.skip());
    }

    @Override
    public BulkFormat.Reader<RawRecord> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
        EventFile file = file(split.path());
        long read = split.getReaderPosition()
                .map(CheckpointedPosition::getRecordsAfterOffset)
                .orElse(file.skip());
        return new LineReader(file, split.path(), read);
    }

    @Override
    public boolean isSplittable() {
        return false;
    }

    @Override
    public TypeInformation<RawRecord> getProducedType() {
        return TypeInformation.of(RawRecord.class);
    }

    private EventFile file(Path path) throws IOException {
        for (EventFile file : files) {
            // As Flink writes a path: on Windows with slashes and one before the drive.
            if (Path.fromLocalFile(new File(file.path())).getPath().equals(path.getPath())) {
                return file;
            }
        }
        throw new IOException("Cannot read events " + path + ": the job does not know the file");
    }

    /**
     * Reads from record {@code from} on. Positions count from the beginning of the file, in checkpoints too: another
     * process that resumes from one begins with another skip.
     */
    private static final class LineReader implements BulkFormat.Reader<RawRecord> {
        private final Path path;
        private final ByteLines lines;
        private final String seenIn;
        private long position;

        LineReader(EventFile file, Path path, long from) throws IOException {
            this.path = path;
            InputStream in = path.getFileSystem().open(path);
            try {
                this.lines = new ByteLines(
                        path.getName().endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in,
                        EventReader.MAX_BYTES + 1);
                this.seenIn = file.seenIn();
                for (long i = 0; i < from && line() != null; i++) {
                    position++;
                }
            } catch (IOException e) {
                in.close();
                throw e instanceof ZipException || e instanceof EOFException ? damaged(e) : e;
            }
        }

        private byte @Nullable [] line() throws IOException {
            try {
                return lines.next();
            } catch (EOFException | ZipException e) {
                throw damaged(e);
            }
        }

        private IOException damaged(IOException why) {
            return new IOException(
                    "Cannot read events " + path + " beyond record " + position
                            + ": the gzip file is cut off or damaged (" + why.getMessage() + ")",
                    why);
        }

        @Override
        public BulkFormat.@Nullable RecordIterator<RawRecord> readBatch() throws IOException {
            RawRecord[] batch = new RawRecord[BATCH];
            long first = position;
            int count = 0;
            while (count < BATCH) {
                byte[] line = line();
                if (line == null) {
                    break;
                }
                batch[count++] = new RawRecord(seenIn, 0, position++, -1, null, null, line);
            }
            if (count == 0) {
                return null;
            }
            ArrayResultIterator<RawRecord> iterator = new ArrayResultIterator<>();
            iterator.set(batch, count, CheckpointedPosition.NO_OFFSET, first);
            return iterator;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
