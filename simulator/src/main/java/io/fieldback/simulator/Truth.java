// SPDX-License-Identifier: Apache-2.0
package io.fieldback.simulator;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What is planted in simulated events, so that a report can be checked against it.
 *
 * @param seed of the simulation
 * @param events of the simulation
 * @param from first day
 * @param until last day
 * @param badLot see {@link BadLot}
 * @param designFault see {@link DesignFault}
 * @param seasonalPart see {@link SeasonalPart}
 * @param repeatingComplainers see {@link RepeatingComplainer}
 * @param lateSite code of the service site that uploads months late
 */
public record Truth(
        long seed,
        long events,
        LocalDate from,
        LocalDate until,
        BadLot badLot,
        DesignFault designFault,
        SeasonalPart seasonalPart,
        List<RepeatingComplainer> repeatingComplainers,
        String lateSite) {
    /** Copies the list. */
    public Truth {
        repeatingComplainers = List.copyOf(repeatingComplainers);
    }

    /**
     * A supplier lot that fails more often than it should.
     *
     * @param productModel the model it was built into
     * @param component code
     * @param symptomCode of most of its failures
     * @param supplier code
     * @param lot number
     * @param producedFrom first month of production with it
     * @param producedUntil last month of production with it
     * @param shareOfUnits of those months and that model which hold it
     * @param unitsMade of that model in those months
     * @param onsetOn about when its failures begin to show
     * @param ratio hazard of the component against other lots
     */
    public record BadLot(
            String productModel,
            String component,
            String symptomCode,
            String supplier,
            String lot,
            YearMonth producedFrom,
            YearMonth producedUntil,
            double shareOfUnits,
            long unitsMade,
            LocalDate onsetOn,
            double ratio) {}

    /**
     * A component of a new model that wears out.
     *
     * @param productModel the new model
     * @param predecessor the model to compare with
     * @param component code
     * @param symptomCode of most of its failures
     * @param launchedOn first month of production of the new model
     * @param unitsMade of the new model
     * @param weibullShape of the wear
     * @param weibullScaleMonths of the wear, months in service
     * @param onsetOn about when its failures begin to show
     * @param ratioAt12Months failures of the component within 12 months in service against the predecessor
     */
    public record DesignFault(
            String productModel,
            String predecessor,
            String component,
            String symptomCode,
            YearMonth launchedOn,
            long unitsMade,
            double weibullShape,
            double weibullScaleMonths,
            LocalDate onsetOn,
            double ratioAt12Months) {}

    /**
     * A component that fails in winter.
     *
     * @param productModels that have it
     * @param component code
     * @param symptomCode of most of its failures
     * @param peakMonths of the year
     * @param onsetOn first day of the first whole winter
     * @param ratio hazard in the peak months against April to October
     */
    public record SeasonalPart(
            List<String> productModels,
            String component,
            String symptomCode,
            List<Integer> peakMonths,
            LocalDate onsetOn,
            double ratio) {
        /** Copies the lists. */
        public SeasonalPart {
            productModels = List.copyOf(productModels);
            peakMonths = List.copyOf(peakMonths);
        }
    }

    /**
     * A customer who complains again and again of one fault.
     *
     * @param customerId of the source systems
     * @param serialNo of the unit
     * @param productModel of the unit
     * @param component code
     * @param symptomCode complained of
     * @param complaints number
     * @param firstOn day of the first
     * @param lastOn day of the last
     */
    public record RepeatingComplainer(
            String customerId,
            String serialNo,
            String productModel,
            String component,
            String symptomCode,
            int complaints,
            LocalDate firstOn,
            LocalDate lastOn) {}

    /** The truth as JSON of fixed order, ending in a line end. */
    public String toJson() {
        return TruthJson.write(this);
    }
}
