// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

/**
 * A sentence in both languages of the command. Methods carry theirs with them, so that a new one is one file.
 *
 * @param english as it stands in docs
 * @param chinese the same
 */
public record Text(String english, String chinese) {
    /** No text. */
    public static final Text NONE = new Text("", "");

    /** What both languages write alike, such as a formula. */
    public static Text same(String both) {
        return new Text(both, both);
    }

    /** The sentence in the language of a code, {@code zh} or {@code en}. */
    public String in(String language) {
        return language.equals("zh") ? chinese : english;
    }
}
