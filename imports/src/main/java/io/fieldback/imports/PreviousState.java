// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports;

import io.fieldback.schemas.event.EventType;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The cases of a source that were known before an import. */
public interface PreviousState {
    /** Takes a case. */
    interface Visitor {
        /** Takes a case that is known and not withdrawn; {@code day} is null if nothing dates it. */
        void known(EventType type, String id, @Nullable LocalDate day);
    }

    /** Whether anything was ever known: a first snapshot has nothing to compare with. */
    boolean exists();

    /** Shows every known case. A case shown twice counts as last shown. */
    void visit(Visitor visitor) throws IOException;

    /** Nothing known. */
    static PreviousState none() {
        return new PreviousState() {
            @Override
            public boolean exists() {
                return false;
            }

            @Override
            public void visit(Visitor visitor) {
                // There is nothing to show.
            }
        };
    }
}
