// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.expectation;

import java.util.Locale;

/** What an expectation is made of. */
public enum Basis {
    /** Units by age. */
    EXPOSURE,
    /** Units in the field of a month. */
    POPULATION,
    /** The series' own history. */
    HISTORY,
    /** The model it replaces. */
    PREDECESSOR,
    /** Other models of its product line. */
    SERIES,
    /** The same component elsewhere. */
    COMPONENT;

    /** As it stands in tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
