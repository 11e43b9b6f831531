// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a fleet is drawn from.
 *
 * @param seed of all that is drawn
 * @param size how much of everything there is
 * @param first day of which failures are known, days since 1970
 * @param watched first day of the watch: faults begin, and disturbances befall, after it
 * @param end the day after the last
 * @param disturbances what befalls it
 * @param faultsPerKind faults planted of each kind
 * @param launch a model that is launched during the watch
 */
public record FleetOptions(
        long seed,
        Size size,
        int first,
        int watched,
        int end,
        Set<Disturbance> disturbances,
        int faultsPerKind,
        Launch launch) {
    private static final Size STANDARD = new Size(5, 5, 12, 2, 1);

    /** Copies the set. */
    public FleetOptions {
        disturbances = Set.copyOf(disturbances);
    }

    /**
     * How much of everything there is.
     *
     * @param lines product lines
     * @param models of each
     * @param components of each model
     * @param symptoms of each component
     * @param volume what production is multiplied with
     */
    public record Size(int lines, int models, int components, int symptoms, double volume) {
        /** Series of a component's symptom of a product. */
        public int series() {
            return lines * models * components * symptoms;
        }
    }

    /** The last model of the first line comes to the market four months after the watch begins, built like the one before. */
    public enum Launch {
        /** It does not. */
        NONE,
        /** And is as good as its predecessor. */
        SOUND,
        /** And all that fails in its predecessor fails in it three times as often. */
        MODEL,
        /** And one component fails in it three times as often. */
        COMPONENT
    }

    /**
     * 600 series over three and a half years, the last thirteen months under watch: holidays, a fifth of the sites filing
     * at month-end.
     */
    public static FleetOptions standard(long seed) {
        return new FleetOptions(
                seed,
                STANDARD,
                Days.day("2020-01-01"),
                Days.day("2022-06-01"),
                Days.day("2023-07-01"),
                Set.of(Disturbance.HOLIDAYS, Disturbance.MONTH_END),
                0,
                Launch.NONE);
    }

    /** The same with faults. */
    public FleetOptions planted(int perKind) {
        return new FleetOptions(seed, size, first, watched, end, disturbances, perKind, launch);
    }

    /** The same with a launch. */
    public FleetOptions launching(Launch other) {
        return new FleetOptions(seed, size, first, watched, end, disturbances, faultsPerKind, other);
    }

    /** The same, watched between other days. */
    public FleetOptions between(String from, String to) {
        return new FleetOptions(seed, size, first, Days.day(from), Days.day(to), disturbances, faultsPerKind, launch);
    }

    /** The same, known since another day. */
    public FleetOptions since(String from) {
        return new FleetOptions(seed, size, Days.day(from), watched, end, disturbances, faultsPerKind, launch);
    }

    /** The same of another size. */
    public FleetOptions sized(Size other) {
        return new FleetOptions(seed, other, first, watched, end, disturbances, faultsPerKind, launch);
    }

    /** The same, and this befalls it. */
    public FleetOptions with(Disturbance disturbance) {
        Set<Disturbance> more = EnumSet.of(disturbance);
        more.addAll(disturbances);
        return new FleetOptions(seed, size, first, watched, end, more, faultsPerKind, launch);
    }

    /** The same, and this does not befall it. */
    public FleetOptions without(Disturbance disturbance) {
        Set<Disturbance> fewer = EnumSet.noneOf(Disturbance.class);
        fewer.addAll(disturbances);
        fewer.remove(disturbance);
        return new FleetOptions(seed, size, first, watched, end, fewer, faultsPerKind, launch);
    }

    boolean has(Disturbance disturbance) {
        return disturbances.contains(disturbance);
    }

    /** The month in which the launched model comes to the market. */
    int launchMonth() {
        return Days.month(watched) + 4;
    }
}
