// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

/** A method of {@code fieldback analyze}: a table in, a table out, and nothing else. */
public interface Method {
    /** Name, parameters, formula, source. */
    About about();

    /**
     * Computes.
     *
     * @throws IllegalArgumentException with a sentence if the input does not allow it
     */
    Outcome of(Input input, Settings settings);
}
