// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

/**
 * A file of a table that an epoch names.
 *
 * @param path place relative to the warehouse, with {@code /}
 * @param bytes its size
 * @param rows rows in it
 */
public record TableFile(String path, long bytes, long rows) {}
