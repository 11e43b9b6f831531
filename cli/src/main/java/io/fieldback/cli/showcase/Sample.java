// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.imports.guess.ColumnGuess;
import io.fieldback.schemas.privacy.Masking;

/** A cell to recognise a column by. Nobody needs a customer's name or phone for that. */
final class Sample {
    private static final String CUSTOMER = "customer.";

    private Sample() {}

    static String of(ColumnGuess column) {
        String example = column.example();
        if (column.meaning().startsWith(CUSTOMER) && !example.isEmpty()) {
            return example.substring(0, example.offsetByCodePoints(0, 1)) + "***";
        }
        return Masking.mask(example);
    }
}
