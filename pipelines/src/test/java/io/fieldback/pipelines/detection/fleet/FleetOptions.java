// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a fleet is drawn from.
 *
 * @param seed of all that is drawn
 * @param lines product lines
 * @param modelsPerLine models of each
 * @param components of each model
 * @param symptoms of each component
 * @param first day of which failures are known, days since 1970
 * @param watched first day of the watch: faults begin, and disturbances befall, after it
 * @param end the day after the last
 * @param disturbances what befalls it
 * @param faultsPerKind faults planted of each kind
 */
public record FleetOptions(
        long seed,
        int lines,
        int modelsPerLine,
        int components,
        int symptoms,
        int first,
        int watched,
        int end,
        Set<Disturbance> disturbances,
        int faultsPerKind) {
    /** Copies the set. */
    public FleetOptions {
        disturbances = Set.copyOf(disturbances);
    }

    /** 600 series over five years, the last two under watch: holidays, a fifth of the sites filing at month-end. */
    public static FleetOptions standard(long seed) {
        return new FleetOptions(
                seed,
                5,
                5,
                12,
                2,
                Days.day("2019-01-01"),
                Days.day("2022-01-01"),
                Days.day("2024-01-01"),
                Set.of(Disturbance.HOLIDAYS, Disturbance.MONTH_END),
                0);
    }

    /** The same with faults. */
    public FleetOptions planted(int perKind) {
        return new FleetOptions(
                seed, lines, modelsPerLine, components, symptoms, first, watched, end, disturbances, perKind);
    }

    /** The same, watched between other days. */
    public FleetOptions between(String from, String to) {
        return new FleetOptions(
                seed,
                lines,
                modelsPerLine,
                components,
                symptoms,
                first,
                Days.day(from),
                Days.day(to),
                disturbances,
                faultsPerKind);
    }

    /** The same of another size. */
    public FleetOptions sized(int newLines, int newModels, int newComponents, int newSymptoms) {
        return new FleetOptions(
                seed,
                newLines,
                newModels,
                newComponents,
                newSymptoms,
                first,
                watched,
                end,
                disturbances,
                faultsPerKind);
    }

    /** The same, and this befalls it. */
    public FleetOptions with(Disturbance disturbance) {
        Set<Disturbance> more = EnumSet.of(disturbance);
        more.addAll(disturbances);
        return befallenBy(more);
    }

    /** The same, and this does not befall it. */
    public FleetOptions without(Disturbance disturbance) {
        Set<Disturbance> fewer = EnumSet.noneOf(Disturbance.class);
        fewer.addAll(disturbances);
        fewer.remove(disturbance);
        return befallenBy(fewer);
    }

    boolean has(Disturbance disturbance) {
        return disturbances.contains(disturbance);
    }

    private FleetOptions befallenBy(Set<Disturbance> others) {
        return new FleetOptions(
                seed, lines, modelsPerLine, components, symptoms, first, watched, end, others, faultsPerKind);
    }
}
