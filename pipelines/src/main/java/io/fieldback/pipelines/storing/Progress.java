// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

/**
 * How far a source has been read.
 *
 * @param seenIn topic or file
 * @param partition of the topic; 0 for files
 * @param next the first position not read
 * @param finished whether there is no more to come: a file read to its end
 */
public record Progress(String seenIn, int partition, long next, boolean finished) {}
