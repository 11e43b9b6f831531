// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

/**
 * A service site.
 *
 * @param code as rows have it
 * @param region index of its region
 * @param source system it files in
 * @param size share of the region's failures, not normalised
 * @param delay usual days from a failure to its filing
 * @param monthEnd whether it files all of a month on its last working day
 */
record Site(String code, int region, String source, double size, double delay, boolean monthEnd) {}
