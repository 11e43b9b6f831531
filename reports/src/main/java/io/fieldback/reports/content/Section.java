// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

import java.util.List;

/**
 * A part of a report.
 *
 * @param key kebab-case, unique in the report
 * @param title what it answers; empty for the only section of a report
 * @param blocks in reading order
 */
public record Section(String key, String title, List<Block> blocks) {
    /** Copies the list. */
    public Section {
        blocks = List.copyOf(blocks);
    }
}
