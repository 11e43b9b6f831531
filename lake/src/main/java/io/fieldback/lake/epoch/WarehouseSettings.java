// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

import java.time.ZoneId;

/**
 * What every row of a warehouse depends on; it cannot change without a rebuild.
 *
 * @param zone zone in which a time falls on a day
 * @param keyFingerprint fingerprint of the key of pseudonyms and content hashes
 * @param rulesVersion version of the rules that make ledger entries
 */
public record WarehouseSettings(ZoneId zone, String keyFingerprint, String rulesVersion) {
    static final String ZONE = "zone";
    static final String KEY = "key_fingerprint";
    static final String RULES = "rules_version";
}
