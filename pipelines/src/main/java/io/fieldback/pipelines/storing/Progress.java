// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import org.jspecify.annotations.Nullable;

/**
 * How far a source has been read.
 *
 * @param seenIn topic or file
 * @param partition of the topic; 0 for files
 * @param next the first position not read
 * @param identity id of the topic, which a topic made anew under the same name does not have; null for files
 * @param finished whether there is no more to come: a file read to its end
 */
public record Progress(
        String seenIn, int partition, long next, @Nullable String identity, boolean finished) {}
