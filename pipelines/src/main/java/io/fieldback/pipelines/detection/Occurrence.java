// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import org.jspecify.annotations.Nullable;

/**
 * A signed count of failures that are alike and became known on one day: what detection is fed with, in the order of
 * the known days. A correction is a −1 of what was thought and a +1 of what is thought now.
 *
 * @param knownOn days since 1970
 * @param eventOn day it happened, days since 1970
 * @param measure what is counted
 * @param count signed
 * @param costMinor signed, minor units
 * @param productModel model code
 * @param component component code
 * @param symptomCode symptom code
 * @param causeCode cause code
 * @param region region code
 * @param siteId service site
 * @param source source system
 * @param supplier of the component's part in this unit
 * @param lot of that part
 * @param productionMonth of the unit, months since 1970; {@link #UNKNOWN} if not known
 * @param inServiceMonth of the unit, months since 1970; {@link #UNKNOWN} if no exact day is known
 * @param ageMonth 1 in the first month in service, 0 before use; {@link #UNKNOWN} if not known
 * @param recorded whether the denominator has the unit
 * @param nonQuality whether the product is not to blame: not watched as a failure, but seen in the site's other faults
 * @param unit a number of the unit, the same for all its cases; {@link #NO_UNIT} if nobody said which it was
 */
public record Occurrence(
        int knownOn,
        int eventOn,
        Measure measure,
        long count,
        long costMinor,
        @Nullable String productModel,
        @Nullable String component,
        @Nullable String symptomCode,
        @Nullable String causeCode,
        @Nullable String region,
        @Nullable String siteId,
        @Nullable String source,
        @Nullable String supplier,
        @Nullable String lot,
        int productionMonth,
        int inServiceMonth,
        int ageMonth,
        boolean recorded,
        boolean nonQuality,
        int unit) {
    /** A month or an age that is not known. */
    public static final int UNKNOWN = Integer.MIN_VALUE;

    /** A unit that is not known. */
    public static final int NO_UNIT = 0;

    /** What is counted; never added to one another. */
    public enum Measure {
        /** A repair of kind failure, at the component of a fault line, once for each component. */
        INCIDENT,
        /** A complaint. */
        COMPLAINT,
        /** A return or exchange for quality. */
        QUALITY_RETURN,
        /** A visit that is no failure: maintenance, inspection, campaign, no fault found. */
        OTHER_VISIT
    }
}
