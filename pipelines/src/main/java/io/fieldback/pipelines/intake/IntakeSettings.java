// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import io.fieldback.schemas.privacy.PseudonymKey;
import java.io.Serializable;
import java.util.Map;

/**
 * What intake needs to know.
 *
 * @param zone of the warehouse, as a zone id: days are taken in it
 * @param key for hashes, pseudonyms and seals
 * @param translators by topic, for foreign topics
 * @param identities ids of topics, by name
 */
public record IntakeSettings(
        String zone, PseudonymKey key, Map<String, Translator> translators, Map<String, String> identities)
        implements Serializable {}
