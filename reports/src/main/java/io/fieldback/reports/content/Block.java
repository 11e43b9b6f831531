// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a section is made of. */
public sealed interface Block {
    /**
     * Sentences.
     *
     * @param findings in order of weight
     */
    record Findings(List<Finding> findings) implements Block {
        /** Copies the list. */
        public Findings {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Figures side by side.
     *
     * @param tiles in order of weight
     */
    record Tiles(List<Tile> tiles) implements Block {
        /** Copies the list. */
        public Tiles {
            tiles = List.copyOf(tiles);
        }
    }

    /**
     * A table.
     *
     * @param key snake_case name in CSV and JSON
     * @param caption what one row is
     * @param headings its columns
     * @param rows values by column; null where there is none
     */
    record Grid(String key, String caption, List<Heading> headings, List<List<@Nullable Object>> rows)
            implements Block {
        /** Copies the rows and checks that each has a value for each column. */
        public Grid {
            headings = List.copyOf(headings);
            List<List<@Nullable Object>> copies = new ArrayList<>();
            for (List<@Nullable Object> row : rows) {
                if (row.size() != headings.size()) {
                    throw new IllegalArgumentException("Cannot make table " + key + ": a row has " + row.size()
                            + " values for " + headings.size() + " columns");
                }
                copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
            }
            rows = Collections.unmodifiableList(copies);
        }
    }

    /**
     * A chart as ECharts options. Colours are names that the page resolves: {@code @accent}, {@code @pale}, {@code
     * @grey}, {@code @line}, {@code @bad}, {@code @text}.
     *
     * @param key kebab-case, unique in the report
     * @param title what it shows
     * @param subtitle how to read it
     * @param height in pixels
     * @param option of ECharts, made of maps, lists, texts, numbers and flags
     */
    record Chart(String key, String title, String subtitle, int height, Map<String, Object> option) implements Block {}
}
