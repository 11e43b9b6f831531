// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import io.fieldback.schemas.wire.RejectReason;
import java.io.IOException;
import java.nio.file.Path;

/** A file that is not read at all. The message is a whole sentence: {@code Cannot import <file>: <why>}. */
public final class FileRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final RejectReason reason;
    private final String why;

    /** Makes one of the file, a reason code and a reason for people. */
    public FileRefused(Path file, RejectReason reason, String why) {
        super("Cannot import " + file.getFileName() + ": " + why + " (" + reason + ")");
        this.reason = reason;
        this.why = why;
    }

    /** The reason code. */
    public RejectReason reason() {
        return reason;
    }

    /** The reason for people, as the second half of a sentence. */
    public String why() {
        return why;
    }
}
