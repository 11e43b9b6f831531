// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

/**
 * What was read of a source since the last barrier, and what became of it. Parts of it come from different operators;
 * for a whole epoch, read = new + duplicate + rejected.
 *
 * @param source source system
 * @param seenIn topic or file
 * @param read records read
 * @param fresh contents not held before
 * @param duplicates contents held before
 * @param rejected records refused
 */
public record Account(String source, String seenIn, long read, long fresh, long duplicates, long rejected) {
    /** The sum of two accounts of one source. */
    public Account plus(Account other) {
        return new Account(
                source,
                seenIn,
                read + other.read,
                fresh + other.fresh,
                duplicates + other.duplicates,
                rejected + other.rejected);
    }

    /** The same with all signs turned. */
    public Account negated() {
        return new Account(source, seenIn, -read, -fresh, -duplicates, -rejected);
    }
}
