// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection;

import io.fieldback.pipelines.detection.Occurrence.Measure;
import org.jspecify.annotations.Nullable;

/**
 * A case as a test needs it: of product P at component C, told by site X1 in region R1 on the day it happened, of a unit
 * nobody knows; each method says otherwise.
 */
public final class Seen {
    private final int eventOn;
    private int knownOn;
    private Measure measure = Measure.INCIDENT;
    private long count = 1;
    private @Nullable String product = "P";
    private @Nullable String component = "C";
    private @Nullable String symptom = "S1";
    private @Nullable String region = "R1";
    private @Nullable String site = "X1";
    private @Nullable String source = "erp";
    private int month = Occurrence.UNKNOWN;
    private int age = Occurrence.UNKNOWN;
    private int unit = Occurrence.NO_UNIT;

    private Seen(int day) {
        eventOn = day;
        knownOn = day;
    }

    /** One case of a day, days since 1970. */
    public static Seen on(int day) {
        return new Seen(day);
    }

    /** Told later. */
    public Seen knownOn(int day) {
        knownOn = day;
        return this;
    }

    /** So many. */
    public Seen times(long cases) {
        count = cases;
        return this;
    }

    /** No failure but something else that is counted. */
    public Seen measure(Measure other) {
        measure = other;
        return this;
    }

    /** Of a model. */
    public Seen product(String model) {
        product = model;
        return this;
    }

    /** At a component. */
    public Seen component(@Nullable String code) {
        component = code;
        return this;
    }

    /** With a symptom. */
    public Seen symptom(@Nullable String code) {
        symptom = code;
        return this;
    }

    /** In a region. */
    public Seen region(@Nullable String code) {
        region = code;
        return this;
    }

    /** Told by a site. */
    public Seen site(@Nullable String id) {
        site = id;
        return this;
    }

    /** Told by a source. */
    public Seen source(@Nullable String name) {
        source = name;
        return this;
    }

    /** Of a unit made and in service in a month, so many months old. */
    public Seen made(int producedAndSold, int ageMonth) {
        month = producedAndSold;
        age = ageMonth;
        return this;
    }

    /** Of one unit. */
    public Seen unit(int number) {
        unit = number;
        return this;
    }

    /** The row that tells it. */
    public Occurrence row() {
        return new Occurrence(
                knownOn,
                eventOn,
                measure,
                count,
                0,
                product,
                component,
                symptom,
                null,
                region,
                site,
                source,
                null,
                null,
                month,
                month,
                age,
                month != Occurrence.UNKNOWN,
                false,
                unit);
    }
}
