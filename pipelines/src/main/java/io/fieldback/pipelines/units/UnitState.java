// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.pipelines.units.UnitFact.Exchanged;
import io.fieldback.pipelines.units.UnitFact.Failed;
import io.fieldback.pipelines.units.UnitFact.Installed;
import io.fieldback.pipelines.units.UnitFact.Registered;
import io.fieldback.pipelines.units.UnitFact.Reported;
import io.fieldback.pipelines.units.UnitFact.Returned;
import io.fieldback.pipelines.units.UnitFact.Shipped;
import io.fieldback.schemas.time.AgeMonth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is held of a unit on one day, merged from the contents that stand then.
 *
 * <p>Of several that say the same thing the one known last wins, of those known on one day the one of the greatest
 * content hash; a field that is not said is left to the others. Of days of shipping, installation, exchange and return
 * the first counts. The model comes from the registration, else the shipment, the installation, the exchange, a repair;
 * the region from the installation first. In service since installed, else exchanged, invoiced, sold; never imputed.
 */
final class UnitState {
    private static final Comparator<UnitContent> KNOWN =
            Comparator.comparingInt(UnitContent::knownOn).thenComparing(UnitContent::contentHash);

    private static final LocalDate EPOCH = LocalDate.EPOCH;

    private final Said registered = new Said();
    private final Said shipped = new Said();
    private final Said installed = new Said();
    private final Said exchanged = new Said();
    private final Said reported = new Said();
    private final List<Failure> failures = new ArrayList<>(0);
    private boolean recorded;
    private @Nullable Integer soldOn;
    private @Nullable Integer invoicedOn;
    private @Nullable Integer withdrawnOn;

    /** Model, region and production day by one kind of event, and its first day. */
    private static final class Said {
        private @Nullable String productModel;
        private @Nullable String region;
        private @Nullable Integer producedOn;
        private @Nullable Integer invoicedOn;
        private @Nullable Integer firstOn;

        void last(@Nullable String model, @Nullable String area, @Nullable Integer produced) {
            productModel = model == null ? productModel : model;
            region = area == null ? region : area;
            producedOn = produced == null ? producedOn : produced;
        }
    }

    /**
     * A failure of the unit, and what makes its order total.
     *
     * @param failed what failed
     * @param contentHash of the content that says so
     */
    record Failure(Failed failed, String contentHash) {}

    private UnitState() {}

    /** What is held if these contents stand. */
    static UnitState of(List<UnitContent> standing) {
        UnitState state = new UnitState();
        if (standing.size() == 1) {
            state.add(standing.get(0));
        } else {
            standing.stream().sorted(KNOWN).forEach(state::add);
        }
        return state;
    }

    private void add(UnitContent content) {
        for (UnitFact fact : content.facts()) {
            if (fact instanceof Registered it) {
                recorded = true;
                registered.last(it.productModel(), it.region(), it.producedOn());
                soldOn = it.soldOn() == null ? soldOn : it.soldOn();
                invoicedOn = it.invoicedOn() == null ? invoicedOn : it.invoicedOn();
            } else if (fact instanceof Shipped it) {
                recorded = true;
                shipped.last(it.productModel(), it.region(), it.producedOn());
                shipped.firstOn = first(shipped.firstOn, it.shippedOn());
            } else if (fact instanceof Installed it) {
                recorded = true;
                installed.last(it.productModel(), it.region(), null);
                installed.firstOn = first(installed.firstOn, it.installedOn());
                installed.invoicedOn = first(installed.invoicedOn, it.invoicedOn());
            } else if (fact instanceof Exchanged it) {
                recorded = true;
                exchanged.last(it.productModel(), it.region(), null);
                exchanged.firstOn = first(exchanged.firstOn, it.exchangedOn());
            } else if (fact instanceof Reported it) {
                reported.last(it.productModel(), it.region(), it.producedOn());
            } else if (fact instanceof Returned it) {
                withdrawnOn = first(withdrawnOn, it.withdrawnOn());
            } else if (fact instanceof Failed it) {
                failures.add(new Failure(it, content.contentHash()));
            }
        }
    }

    /** Whether the denominator has the unit: a registration, shipment, installation or exchange names it. */
    boolean recorded() {
        return recorded;
    }

    /** What failed, in no order. */
    List<Failure> failures() {
        return failures;
    }

    /** The cell of a recorded unit. */
    ExposureCell exposure() {
        return new ExposureCell(
                productModel(),
                productionMonth(),
                month(inServiceOn()),
                month(shipped.firstOn),
                month(withdrawnOn),
                either(installed.region, registered.region, shipped.region, exchanged.region, reported.region));
    }

    /** The cell of a failure at a component. */
    CohortCell cohort(Failed failed, @Nullable String component) {
        Integer inService = inServiceOn();
        Integer day = failed.eventOn();
        String model = productModel();
        return new CohortCell(
                model == null ? failed.productModel() : model,
                component,
                productionMonth(),
                month(inService),
                inService == null || day == null
                        ? null
                        : (Integer) AgeMonth.of(LocalDate.ofEpochDay(inService), LocalDate.ofEpochDay(day)),
                recorded);
    }

    private @Nullable String productModel() {
        return either(
                registered.productModel,
                shipped.productModel,
                installed.productModel,
                exchanged.productModel,
                reported.productModel);
    }

    private @Nullable Integer productionMonth() {
        return month(either(registered.producedOn, shipped.producedOn, reported.producedOn));
    }

    private @Nullable Integer inServiceOn() {
        return either(installed.firstOn, exchanged.firstOn, invoicedOn, installed.invoicedOn, soldOn);
    }

    @SafeVarargs
    private static <T> @Nullable T either(@Nullable T... said) {
        for (T each : said) {
            if (each != null) {
                return each;
            }
        }
        return null;
    }

    private static @Nullable Integer first(@Nullable Integer one, @Nullable Integer other) {
        return one == null || (other != null && other < one) ? other : one;
    }

    /** Months since January 1970. */
    private static @Nullable Integer month(@Nullable Integer day) {
        if (day == null) {
            return null;
        }
        LocalDate date = LocalDate.ofEpochDay(day);
        return 12 * (date.getYear() - EPOCH.getYear()) + date.getMonthValue() - 1;
    }
}
