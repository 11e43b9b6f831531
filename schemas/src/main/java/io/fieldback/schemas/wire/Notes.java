// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one reading has to say beside its event: warnings, and what it did not know. */
final class Notes {
    /** Longest extras kept, characters. */
    private static final int MAX_EXTRAS = 4096;

    private @Nullable List<String> warnings;
    private @Nullable StringBuilder extras;

    void warn(Warning warning, String field) {
        if (warnings == null) {
            warnings = new ArrayList<>(2);
        }
        String note = field.isEmpty() ? warning.name() : warning.name() + " " + field;
        if (!warnings.contains(note)) {
            warnings.add(note);
        }
    }

    void keep(String field, String json) {
        if (extras == null) {
            extras = new StringBuilder("{");
        }
        if (extras.length() + field.length() + json.length() + 5 > MAX_EXTRAS) {
            warn(Warning.W_EXTRAS_CUT, field);
            return;
        }
        if (extras.length() > 1) {
            extras.append(',');
        }
        extras.append(quoted(field)).append(':').append(json);
    }

    void keepText(String field, String text) {
        keep(field, quoted(text));
    }

    List<String> warnings() {
        return warnings == null ? List.of() : List.copyOf(warnings);
    }

    @Nullable
    String extras() {
        return extras == null || extras.length() == 1 ? null : extras + "}";
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
