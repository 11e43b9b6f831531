// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a user may set of how series are judged. Everything has a standard value; a rules file names what differs.
 *
 * @param falseDiscoveries share of false ones among the series found at a look, q; the one dial of load against delay. Up to
 *     10: from 1 on chance alone is let through, which is of use to hold detectors against one another at many false alarms
 * @param minimumExcess cases beyond expectation that an alert needs
 * @param minimumRatio observed over expected that an alert needs
 * @param quietScans looks in a row without excess after which an alert closes
 * @param quietDays days after a close in which the same key does not open again
 * @param worsenFactor growth of the excess since the last word at which whoever was told is told again
 * @param easeFactor share of the last told ratio's excess below which an alert has eased
 * @param excludedWeeks newest weeks that an expectation is not learned from
 * @param newProductWeeks weeks since launch in which a product is new
 * @param newSymptomSites sites at which a symptom never seen must appear to be an alert
 * @param newRegionWeeks weeks in which a region that joined is left out
 * @param silentDays days without reports after which a source, site or region is silent
 * @param siteShare share of an excess above which one site carries it
 * @param causeShare share of an excess that a lot, month, region, site or supplier must carry to be named
 * @param campaignShare share of the visits of a campaign that may find a fault without it being news
 * @param pastMonths months of past alerts that are told with an alert
 * @param alertsPerLineAndWeek new alerts a week and product line that are opened at most; what is
 *     bound most closely first, the rest waits for its next case
 */
public record WatchRules(
        double falseDiscoveries,
        double minimumExcess,
        double minimumRatio,
        int quietScans,
        int quietDays,
        double worsenFactor,
        double easeFactor,
        int excludedWeeks,
        int newProductWeeks,
        int newSymptomSites,
        int newRegionWeeks,
        int silentDays,
        double siteShare,
        double causeShare,
        double campaignShare,
        int pastMonths,
        double alertsPerLineAndWeek) {
    private static final int FINGERPRINT_BYTES = 8;
    private static final double MOST_DISCOVERIES = 10;

    /** Checks what would make no sense. */
    public WatchRules {
        if (!(falseDiscoveries > 0 && falseDiscoveries <= MOST_DISCOVERIES) || minimumExcess < 0 || minimumRatio < 1) {
            throw new IllegalArgumentException("Cannot watch with a q of " + falseDiscoveries + ", an excess of "
                    + minimumExcess + " and a ratio of " + minimumRatio
                    + ": q must lie above 0 and not above 10, the excess must not be negative, the ratio at least 1");
        }
        if (excludedWeeks < 3 || quietScans < 1 || quietDays < 0 || silentDays < 1 || !(worsenFactor > 1)) {
            throw new IllegalArgumentException("Cannot watch with " + excludedWeeks + " weeks excluded, " + quietScans
                    + " quiet looks, " + quietDays + " quiet days, " + silentDays + " silent days and alerts worse by "
                    + worsenFactor + ": they must be at least 3, 1, 0 and 1, and above 1");
        }
    }

    /** The values that detection was tuned to. */
    public static WatchRules standard() {
        return new WatchRules(0.05, 3, 1.5, 2, 14, 2, 0.5, 6, 26, 3, 26, 10, 0.5, 0.5, 0.2, 24, 2);
    }

    /** The standard with another share of false discoveries. */
    public static WatchRules withFalseDiscoveries(double q) {
        return of(Map.of("false-discoveries", q));
    }

    /**
     * The standard, with what differs.
     *
     * @param given values by name, as {@link #settings} has them
     */
    public static WatchRules of(Map<String, Double> given) {
        Map<String, Double> all = standard().settings();
        for (Map.Entry<String, Double> each : given.entrySet()) {
            if (all.replace(each.getKey(), each.getValue()) == null) {
                throw new IllegalArgumentException(
                        "Cannot set " + each.getKey() + " of the watch: there is " + all.keySet());
            }
        }
        return new WatchRules(
                all.getOrDefault("false-discoveries", 0.0),
                all.getOrDefault("minimum-excess", 0.0),
                all.getOrDefault("minimum-ratio", 0.0),
                whole(all, "quiet-scans"),
                whole(all, "quiet-days"),
                all.getOrDefault("worsen-factor", 0.0),
                all.getOrDefault("ease-factor", 0.0),
                whole(all, "excluded-weeks"),
                whole(all, "new-product-weeks"),
                whole(all, "new-symptom-sites"),
                whole(all, "new-region-weeks"),
                whole(all, "silent-days"),
                all.getOrDefault("site-share", 0.0),
                all.getOrDefault("cause-share", 0.0),
                all.getOrDefault("campaign-share", 0.0),
                whole(all, "past-months"),
                all.getOrDefault("alerts-per-line-and-week", 0.0));
    }

    /** All values by name, as a rules file has them. */
    public Map<String, Double> settings() {
        Map<String, Double> all = new LinkedHashMap<>();
        all.put("false-discoveries", falseDiscoveries);
        all.put("minimum-excess", minimumExcess);
        all.put("minimum-ratio", minimumRatio);
        all.put("quiet-scans", (double) quietScans);
        all.put("quiet-days", (double) quietDays);
        all.put("worsen-factor", worsenFactor);
        all.put("ease-factor", easeFactor);
        all.put("excluded-weeks", (double) excludedWeeks);
        all.put("new-product-weeks", (double) newProductWeeks);
        all.put("new-symptom-sites", (double) newSymptomSites);
        all.put("new-region-weeks", (double) newRegionWeeks);
        all.put("silent-days", (double) silentDays);
        all.put("site-share", siteShare);
        all.put("cause-share", causeShare);
        all.put("campaign-share", campaignShare);
        all.put("past-months", (double) pastMonths);
        all.put("alerts-per-line-and-week", alertsPerLineAndWeek);
        return all;
    }

    /** One word that differs for different rules. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(settings().toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot name rules: this Java has no SHA-256", e);
        }
    }

    private static int whole(Map<String, Double> all, String name) {
        return (int) Math.rint(all.getOrDefault(name, 0.0));
    }
}
