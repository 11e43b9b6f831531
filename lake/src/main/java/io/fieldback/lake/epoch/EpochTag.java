// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.time.Instant;

/**
 * A name that keeps an epoch readable: a published quarter, say.
 *
 * @param name of the tag
 * @param epoch number of the epoch
 * @param taggedAt when it was given
 */
public record EpochTag(String name, long epoch, Instant taggedAt) {}
