// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.cli.terminal.Messages;
import io.fieldback.schemas.alert.AlertChange;

/** The sentence of a change in the language of the reader. */
final class Sentences {
    private Sentences() {}

    static String of(Messages words, AlertChange change) {
        return words.language().equals("zh") ? change.chinese() : change.english();
    }
}
