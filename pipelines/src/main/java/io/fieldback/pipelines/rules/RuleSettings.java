// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a user may set of the rules.
 *
 * @param safetyCodes symptom and cause codes that alert at the first event
 * @param symptomGroups symptom code to its group; a code without one is a group of its own
 * @param placeholders customer ids that name nobody, in lower case
 * @param pseudonyms pseudonym of a customer under a later key to the one under the first, so that a change of the key
 *     makes nobody another customer
 * @param repeatDays a case repeats an earlier one of at most so many days before
 * @param intermediaryUnits a customer with more units than this reports for others: then the unit is the key
 * @param fleetUnits a customer with so many units is held against its own history
 * @param fleetChance chance of a month without a cause below which a fleet's month is told
 * @param fleetRatio least ratio of such a month to its expectation
 * @param fleetExcess least cases beyond it
 */
public record RuleSettings(
        Set<String> safetyCodes,
        Map<String, String> symptomGroups,
        Set<String> placeholders,
        Map<String, String> pseudonyms,
        int repeatDays,
        int intermediaryUnits,
        int fleetUnits,
        double fleetChance,
        double fleetRatio,
        double fleetExcess)
        implements Serializable {
    /** The rules as they come: no safety codes but major incidents, no groups. */
    public static final RuleSettings STANDARD = new RuleSettings(
            Set.of(),
            Map.of(),
            Set.of("0", "-", "/", "n/a", "na", "none", "null", "unknown", "test", "walk-in", "无", "未知", "散客", "匿名"),
            Map.of(),
            90,
            5,
            10,
            1e-4,
            2,
            5);

    private static final int FINGERPRINT_BYTES = 8;

    /** Copies the sets and maps. */
    public RuleSettings {
        safetyCodes = Set.copyOf(safetyCodes);
        symptomGroups = Map.copyOf(symptomGroups);
        placeholders = Set.copyOf(placeholders);
        pseudonyms = Map.copyOf(pseudonyms);
        if (repeatDays < 1 || intermediaryUnits < 1 || fleetUnits <= intermediaryUnits) {
            throw new IllegalArgumentException("Cannot look for repeats within " + repeatDays + " days, "
                    + intermediaryUnits + " units of an intermediary and " + fleetUnits
                    + " of a fleet: days and units must be positive, and a fleet larger than an intermediary");
        }
        if (!(fleetChance > 0 && fleetChance < 1) || !(fleetRatio >= 1) || !(fleetExcess >= 0)) {
            throw new IllegalArgumentException("Cannot tell of fleets at a chance of " + fleetChance + ", a ratio of "
                    + fleetRatio + " and an excess of " + fleetExcess
                    + ": the chance lies between 0 and 1, the ratio is at least 1 and the excess not negative");
        }
    }

    /** The same with other safety codes. */
    public RuleSettings withSafetyCodes(Set<String> codes) {
        return new RuleSettings(
                codes,
                symptomGroups,
                placeholders,
                pseudonyms,
                repeatDays,
                intermediaryUnits,
                fleetUnits,
                fleetChance,
                fleetRatio,
                fleetExcess);
    }

    /** The same with pseudonyms of a later key and those of the first that they stand for. */
    public RuleSettings withPseudonyms(Map<String, String> mapping) {
        return new RuleSettings(
                safetyCodes,
                symptomGroups,
                placeholders,
                mapping,
                repeatDays,
                intermediaryUnits,
                fleetUnits,
                fleetChance,
                fleetRatio,
                fleetExcess);
    }

    /** Who a customer is, whatever key is in use: the pseudonym under the first key, else the id; null if nobody. */
    @Nullable
    String identity(@Nullable String customerKey, @Nullable String customerId) {
        if (customerKey != null) {
            return pseudonyms.getOrDefault(customerKey, customerKey);
        }
        if (customerId == null
                || customerId.isBlank()
                || placeholders.contains(customerId.strip().toLowerCase(Locale.ROOT))) {
            return null;
        }
        return customerId;
    }

    /** What a complaint is about, as far as it tells another problem from this one; empty if nobody said. */
    String group(@Nullable String symptomCode, @Nullable String component) {
        if (symptomCode != null) {
            return symptomGroups.getOrDefault(symptomCode, symptomCode);
        }
        return component == null ? "" : "component " + component;
    }

    /** Tells rules of different settings apart: 16 hex digits. Pseudonyms are left out: they change no finding. */
    public String fingerprint() {
        String text = new TreeSet<>(safetyCodes) + "|" + new TreeMap<>(symptomGroups) + "|"
                + new TreeSet<>(placeholders) + "|" + repeatDays + "|" + intermediaryUnits + "|" + fleetUnits + "|"
                + fleetChance + "|" + fleetRatio + "|" + fleetExcess;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot name the rules: this Java has no SHA-256", e);
        }
    }
}
