// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

/** A command line that makes no sense to a method: an unknown parameter, or a value that is none. */
public final class Misuse extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Says why, as the second half of a sentence. */
    public Misuse(String why) {
        super(why);
    }
}
