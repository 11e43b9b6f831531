// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a report is asked for beside its name.
 *
 * @param zone of the warehouse, in which days are days
 * @param asOf the day up to whose knowledge the tables were opened; empty for all that is known
 * @param language of the words
 * @param product only this product model
 * @param component only this component
 */
public record ReportContext(
        ZoneId zone,
        Optional<LocalDate> asOf,
        Language language,
        Optional<String> product,
        Optional<String> component) {
    /** All that is known of all products. */
    public static ReportContext of(ZoneId zone, Language language) {
        return new ReportContext(zone, Optional.empty(), language, Optional.empty(), Optional.empty());
    }

    /** The same as known on a day. The connection must have been opened as of that day. */
    public ReportContext knownOn(LocalDate day) {
        return new ReportContext(zone, Optional.of(day), language, product, component);
    }

    /** The same for one product model. */
    public ReportContext ofProduct(String model) {
        return new ReportContext(zone, asOf, language, Optional.of(model), component);
    }

    /** The same for one component. */
    public ReportContext ofComponent(String code) {
        return new ReportContext(zone, asOf, language, product, Optional.of(code));
    }
}
