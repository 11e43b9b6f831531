// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.verify;

import java.util.List;

/**
 * What one check found.
 *
 * @param name kebab-case, of the check's file
 * @param question what it asks, from its file
 * @param ok whether nothing differs
 * @param counted rows that were looked at
 * @param differing rows that differ
 * @param differences the first of them as {@code column=value} texts
 */
public record Check(String name, String question, boolean ok, long counted, long differing, List<String> differences) {
    /** Copies the list. */
    public Check {
        differences = List.copyOf(differences);
    }
}
