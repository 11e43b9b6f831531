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
 * @param by what is compared; empty where nothing is
 * @param warrantyMonths at which age curves end; empty for what the repairs tell
 * @param baseline months on which limits are frozen; empty for the first of the data
 */
public record ReportContext(
        ZoneId zone,
        Optional<LocalDate> asOf,
        Language language,
        Optional<String> product,
        Optional<String> component,
        Optional<GroupBy> by,
        Optional<Integer> warrantyMonths,
        Optional<Phase> baseline) {
    /** Checks the months. */
    public ReportContext {
        if (warrantyMonths.isPresent() && warrantyMonths.get() < 1) {
            throw new IllegalArgumentException(
                    "Cannot end age curves at month " + warrantyMonths.get() + ": a warranty has at least 1 month");
        }
    }

    /** All that is known of all products. */
    public static ReportContext of(ZoneId zone, Language language) {
        return new ReportContext(
                zone,
                Optional.empty(),
                language,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same as known on a day. The connection must have been opened as of that day. */
    public ReportContext knownOn(LocalDate day) {
        return new ReportContext(zone, Optional.of(day), language, product, component, by, warrantyMonths, baseline);
    }

    /** The same for one product model. */
    public ReportContext ofProduct(String model) {
        return new ReportContext(zone, asOf, language, Optional.of(model), component, by, warrantyMonths, baseline);
    }

    /** The same for one component. */
    public ReportContext ofComponent(String code) {
        return new ReportContext(zone, asOf, language, product, Optional.of(code), by, warrantyMonths, baseline);
    }

    /** The same by groups. */
    public ReportContext groupedBy(GroupBy groups) {
        return new ReportContext(
                zone, asOf, language, product, component, Optional.of(groups), warrantyMonths, baseline);
    }

    /** The same with age curves that end at a month in service. */
    public ReportContext withWarranty(int months) {
        return new ReportContext(zone, asOf, language, product, component, by, Optional.of(months), baseline);
    }

    /** The same with limits frozen on these months. */
    public ReportContext frozenOn(Phase months) {
        return new ReportContext(zone, asOf, language, product, component, by, warrantyMonths, Optional.of(months));
    }
}
