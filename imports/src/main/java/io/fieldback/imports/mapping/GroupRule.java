// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.util.List;

/**
 * Several rows make one event: rows of the same key, wherever they stand in the file. The first value of a field wins;
 * list fields take an item from each row.
 *
 * @param by columns of the key
 * @param sum fields that are added up over the rows
 */
public record GroupRule(List<String> by, List<String> sum) {
    /** Copies the lists. */
    public GroupRule {
        by = List.copyOf(by);
        sum = List.copyOf(sum);
    }
}
