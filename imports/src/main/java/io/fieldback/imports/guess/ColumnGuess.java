// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import org.jspecify.annotations.Nullable;

/**
 * What a column seems to hold.
 *
 * @param column letters of the column
 * @param header as it stands in the sheet
 * @param field path of the event's field that it fills; null for none
 * @param meaning what it seems to be: the field, or in brackets what an event has no place for; empty if unknown
 * @param sure whether header and cells agree
 * @param example one of its values; of personal data only what does not tell the person
 */
public record ColumnGuess(
        String column, String header, @Nullable String field, String meaning, boolean sure, String example) {}
