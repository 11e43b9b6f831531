// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.wire;

/** What was normalised on reading, or looks wrong although the event is accepted. A closed list. */
public enum Warning {
    /** The record was UTF-16. */
    W_ENC_UTF16,
    /** Text that looks as if read in a wrong encoding. */
    W_MOJIBAKE,
    /** Text with replacement characters: something was lost before it came here. */
    W_TEXT_LOSSY,
    /** Control characters were removed from text. */
    W_TEXT_CTRL,
    /** A code that Fieldback does not know. */
    W_ENUM_UNKNOWN,
    /** A number, flag or text came as another JSON type. */
    W_TYPE_COERCED,
    /** A field that Fieldback does not know. */
    W_FIELD_UNKNOWN,
    /** More unknown fields than are kept. */
    W_EXTRAS_CUT,
    /** A time without zone was read in the default zone. */
    W_TZ_ASSUMED,
    /** A local time that daylight saving skipped. */
    W_TZ_GAP,
    /** A local time that daylight saving repeats. */
    W_TZ_OVERLAP,
    /** A time that was normalised: 24:00, a leap second, a number. */
    W_TIME_NORMALISED,
    /** Times of a case in an order that cannot be. */
    W_TIME_ORDER,
    /** A usage reading that is negative, or what a meter shows that nobody reads. */
    W_USAGE_INVALID,
    /** Neither product nor serial number. */
    W_PRODUCT_UNKNOWN,
    /** No day and no recording time. */
    W_DAY_MISSING,
    /** The key of the record is not the id of the event. */
    W_KEY_MISMATCH,
    /** The topic is of another type than the event. */
    W_TOPIC_MISMATCH,
    /** Other content under a revision that is taken. */
    W_REVISION_CONFLICT,
    /** Personal data in free text was masked. */
    W_TEXT_MASKED,
    /** A number far outside what is usual. */
    W_NUM_OUTLIER
}
