// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import java.io.Closeable;
import java.util.List;

/** A file of sheets. */
public interface Book extends Closeable {
    /** Its sheets in order. */
    List<? extends Sheet> sheets();

    /** What was noticed about the file as a whole, as codes: a mixture of encodings, for one. */
    default List<String> warnings() {
        return List.of();
    }
}
