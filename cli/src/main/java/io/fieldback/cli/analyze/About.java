// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import java.util.List;

/**
 * What people are told of a method.
 *
 * @param name on the command line
 * @param line what it does, in one line
 * @param input columns it reads, those in brackets if they are there
 * @param inputNote what to know of them, or nothing
 * @param output columns it gives
 * @param parameters in the order of their help
 * @param formula what is computed
 * @param source where it comes from, and what its numbers equal
 * @param example of it
 */
public record About(
        String name,
        Text line,
        String input,
        Text inputNote,
        String output,
        List<Parameter> parameters,
        Text formula,
        String source,
        Example example) {
    /**
     * A run that can be tried.
     *
     * @param file in {@code samples/analyze}
     * @param parameters name=value
     */
    public record Example(String file, List<String> parameters) {
        /** A run of a sample. */
        public static Example of(String file, String... parameters) {
            return new Example(file, List.of(parameters));
        }
    }
}
