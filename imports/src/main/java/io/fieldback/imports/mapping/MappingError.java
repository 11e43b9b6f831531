// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

/** Says what is wrong with a mapping file, and on which line. */
public final class MappingError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Makes one of a whole sentence. */
    public MappingError(String message) {
        super(message);
    }
}
