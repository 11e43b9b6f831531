// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import java.util.Locale;

/**
 * Why nothing is expected of a series yet.
 *
 * @param reason why
 * @param since the first day that counts, days since 1970
 * @param until the first day by whose end it is judged, if nothing else comes between, days since 1970; {@link
 *     io.fieldback.pipelines.detection.Occurrence#UNKNOWN} where that cannot be said
 */
public record Pending(Reason reason, int since, int until) {
    /** What is wanting. */
    public enum Reason {
        /** A new model with units on record, and no predecessor, line or component elsewhere to go by. */
        NEW_PRODUCT,
        /** A new model without units by age: what its like do cannot be held against it. */
        NEW_WITHOUT_UNITS,
        /** A component code that its line has not used for long. */
        NEW_CODE,
        /** Its product line, or all there is, has not been reported of for long enough, or with too many gaps. */
        SHORT_HISTORY;

        /** As it stands in tables. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one that stands so in tables. */
        public static Reason of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
