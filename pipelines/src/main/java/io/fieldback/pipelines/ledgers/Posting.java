// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.ledgers;

/**
 * What one content of a case adds to one cell while it is the newest known.
 *
 * @param cell the cell
 * @param measures what it adds
 */
public record Posting(FailureCell cell, Measures measures) {}
