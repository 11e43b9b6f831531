// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.cell.Words;
import io.fieldback.imports.mapping.GroupRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Brings the rows of one case together, wherever they stand in a file. The file is read twice: the first time only to
 * learn which row is the last of each key, the second time to hand a case on as soon as its last row is there. What is
 * held are the cases that are open at one time: one, in a file that is in order.
 */
public final class Grouping {
    private final HashNumbers lastRows = new HashNumbers();
    private final Map<String, List<Row>> open = new HashMap<>();
    private int firstPass;
    private int secondPass;

    /** The first time: learns of a row. */
    public void learn(GroupRule rule, int ruleNumber, Row row) {
        firstPass++;
        String key = key(rule, ruleNumber, row);
        if (key != null) {
            lastRows.put(Ids.sha256(key), firstPass);
        }
    }

    /**
     * The second time, with the same rows in the same order: takes a row.
     *
     * @return the rows of its case if this is the last of them, the row alone if it has no key, else null
     */
    public @Nullable List<Row> take(GroupRule rule, int ruleNumber, Row row) {
        secondPass++;
        String key = key(rule, ruleNumber, row);
        if (key == null) {
            return List.of(row);
        }
        List<Row> rows = open.computeIfAbsent(key, any -> new ArrayList<>(4));
        rows.add(row);
        if (lastRows.get(Ids.sha256(key)) > secondPass) {
            return null;
        }
        open.remove(key);
        return rows;
    }

    /** Cases whose last row did not come: a file that changed between the two readings. */
    public int unfinished() {
        return open.size();
    }

    private static @Nullable String key(GroupRule rule, int ruleNumber, Row row) {
        StringBuilder key = new StringBuilder().append(ruleNumber);
        boolean any = false;
        for (String column : rule.by()) {
            String text = Words.plain(row.cell(column).asText());
            any |= !text.isEmpty();
            key.append('\u001f').append(text);
        }
        return any ? key.toString() : null;
    }
}
