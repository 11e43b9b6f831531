// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports;

import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.question.Asking;
import io.fieldback.reports.question.Batches;
import io.fieldback.reports.question.CommonSpecial;
import io.fieldback.reports.question.Disproportion;
import io.fieldback.reports.question.FaultChart;
import io.fieldback.reports.question.FaultTrend;
import io.fieldback.reports.question.Life;
import io.fieldback.reports.question.MonthsInService;
import io.fieldback.reports.question.Pareto;
import io.fieldback.reports.question.Rates;
import io.fieldback.reports.question.RepeatedRepairs;
import io.fieldback.reports.question.Repeats;
import io.fieldback.reports.question.Restatement;
import java.sql.Connection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The reports by their names on the command line. */
public final class Reports {
    private static final Map<String, Function<Asking, Report>> ALL = new LinkedHashMap<>();

    /** The choices that only some reports know. */
    private static final Map<Choice, Set<String>> CHOICES = new EnumMap<>(Map.of(
            Choice.BY, Set.of(Disproportion.NAME, RepeatedRepairs.NAME),
            Choice.WARRANTY, Set.of(MonthsInService.NAME, Life.NAME, RepeatedRepairs.NAME),
            Choice.BASELINE, Set.of(FaultChart.NAME)));

    static {
        ALL.put(FaultTrend.NAME, FaultTrend::of);
        ALL.put(FaultChart.NAME, FaultChart::of);
        ALL.put(Pareto.NAME, Pareto::of);
        ALL.put(Rates.NAME, Rates::of);
        ALL.put(MonthsInService.NAME, MonthsInService::of);
        ALL.put(Life.NAME, Life::of);
        ALL.put(RepeatedRepairs.NAME, RepeatedRepairs::of);
        ALL.put(Batches.NAME, Batches::of);
        ALL.put(CommonSpecial.NAME, CommonSpecial::of);
        ALL.put(Disproportion.NAME, Disproportion::of);
        ALL.put(Repeats.NAME, Repeats::of);
        ALL.put(Restatement.NAME, Restatement::of);
    }

    private Reports() {}

    /** What may be chosen of some reports. */
    public enum Choice {
        /** What is compared. */
        BY,
        /** Where age curves end. */
        WARRANTY,
        /** On which months limits are frozen. */
        BASELINE
    }

    /** Whether a report knows a choice. */
    public static boolean takes(String name, Choice choice) {
        return CHOICES.getOrDefault(choice, Set.of()).contains(name);
    }

    /**
     * Whether a report compares its day with today, and so needs a connection to all that is known instead of one as
     * known on the day.
     */
    public static boolean looksBack(String name) {
        return name.equals(Restatement.NAME);
    }

    /** All names, in the order in which a reader would ask. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /**
     * The answer to a question.
     *
     * @param name one of {@link #names()}
     * @param connection to an opened epoch; stays open and keeps temporary tables of the models
     * @param context what is asked
     */
    public static Report run(String name, Connection connection, ReportContext context) {
        Function<Asking, Report> question = ALL.get(name);
        if (question == null) {
            throw new IllegalArgumentException("Cannot run report " + name + ": there are " + names());
        }
        return question.apply(Asking.over(connection, context));
    }
}
