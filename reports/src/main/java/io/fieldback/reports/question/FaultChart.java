// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Faults for each unit in the field by month on a control chart: whether the process has left its baseline. */
public final class FaultChart {
    /** The name on the command line. */
    public static final String NAME = "trend";

    private static final Comparator<ChartedMonths.Point> NEWEST_FIRST = Comparator.comparing(
                    (ChartedMonths.Point point) -> point.month().month())
            .reversed();

    private FaultChart() {}

    /** The answer; refused where no units in use are known, or too few months. */
    public static Report of(Asking asking) {
        Optional<String> obstacle = asking.obstacle();
        if (obstacle.isPresent()) {
            return asking.refusal(NAME, obstacle.get());
        }
        if (asking.exposure().level() == 0) {
            return asking.refusal(NAME, asking.say("refusal.trend", Rates.subject(asking)));
        }
        List<Month> months = Month.of(asking.rows("fault_trend")).stream()
                .filter(month -> month.units() > 0)
                .toList();
        List<Month> complete = months.stream().filter(Month::complete).toList();
        if (complete.size() < Baseline.LEAST_MONTHS) {
            return asking.refusal(NAME, asking.say("refusal.trend.short", complete.size(), Baseline.LEAST_MONTHS));
        }
        Optional<Baseline> baseline = Baseline.of(complete, asking.context().baseline());
        if (baseline.isEmpty()) {
            return asking.refusal(NAME, asking.say("refusal.trend.baseline"));
        }
        if (baseline.get().matched() == 0) {
            return asking.refusal(
                    NAME,
                    asking.say(
                            "refusal.trend.quiet",
                            asking.figures().month(baseline.get().first()),
                            asking.figures().month(baseline.get().last())));
        }
        return report(asking, ChartedMonths.of(asking, months, baseline.get()));
    }

    private static Report report(Asking asking, ChartedMonths charted) {
        List<Finding> findings = new ArrayList<>();
        atEqualAge(asking, charted).ifPresent(findings::add);
        inBaseline(asking, charted).ifPresent(findings::add);
        maturity(asking, charted).ifPresent(findings::add);
        Rates.unmatched(asking).ifPresent(findings::add);
        boolean laney = charted.chart().sigmaZ() > 1;
        findings.add(Finding.plain(asking.say(
                laney ? "trend.laney" : "trend.plain",
                asking.figures().number(charted.chart().sigmaZ()))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Findings(findings));
        blocks.add(FaultChartDrawing.chart(asking, charted));
        blocks.add(FaultChartDrawing.table(asking, charted));
        return asking.report(
                NAME, takeaway(asking, charted), List.of(Asking.only(blocks)), asking.say("counted.trend"));
    }

    private static String takeaway(Asking asking, ChartedMonths charted) {
        List<ChartedMonths.Point> judged = charted.judged();
        List<ChartedMonths.Point> outside =
                judged.stream().filter(ChartedMonths.Point::outside).toList();
        String from = asking.figures().month(charted.baseline().first());
        String until = asking.figures().month(charted.baseline().last());
        String centre = asking.figures().number(charted.chart().centre() * ChartedMonths.UNITS);
        if (outside.isEmpty()) {
            return asking.say("trend.takeaway.within", judged.size(), from, until, centre);
        }
        long above = outside.stream()
                .filter(point -> point.value() > point.limits().upper())
                .count();
        return asking.say(
                "trend.takeaway.outside",
                outside.size(),
                judged.size(),
                from,
                until,
                centre,
                named(asking, outside),
                above,
                outside.size() - above);
    }

    /** Which of the months outside remain so once the ages of the units are accounted for. */
    private static Optional<Finding> atEqualAge(Asking asking, ChartedMonths charted) {
        List<ChartedMonths.Point> outside =
                charted.judged().stream().filter(ChartedMonths.Point::outside).toList();
        List<ChartedMonths.Point> remaining = charted.judged().stream()
                .filter(ChartedMonths.Point::outsideAtEqualAge)
                .toList();
        if (!charted.aged()) {
            return outside.isEmpty() ? Optional.empty() : Optional.of(Finding.plain(asking.say("trend.age.unknown")));
        }
        if (remaining.isEmpty()) {
            return outside.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Finding(
                            State.QUIET, asking.say("trend.age"), asking.say("trend.age.none", outside.size())));
        }
        boolean above = remaining.stream().anyMatch(point -> point.ageRatio().orElse(0.0) > 1);
        return Optional.of(new Finding(
                above ? State.STANDS_OUT : State.WATCH,
                asking.say("trend.age"),
                asking.say("trend.age.some", remaining.size(), namedAtEqualAge(asking, remaining))));
    }

    private static Optional<Finding> inBaseline(Asking asking, ChartedMonths charted) {
        List<ChartedMonths.Point> outside = charted.points().stream()
                .filter(point -> charted.baseline().holds(point.month()))
                .filter(ChartedMonths.Point::outside)
                .toList();
        return outside.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(State.WATCH, "", asking.say("trend.baseline", named(asking, outside))));
    }

    /** How much of the newest months is reported. */
    private static Optional<Finding> maturity(Asking asking, ChartedMonths charted) {
        List<String> newest = charted.points().stream()
                .map(ChartedMonths.Point::month)
                .filter(month -> !month.complete())
                .map(month -> asking.say(
                        "trend.known",
                        asking.figures().month(month.month()),
                        asking.figures().share(month.overShare() * month.knownShare())))
                .toList();
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.plain(asking.say("trend.maturity", String.join(asking.say("comma"), newest))));
    }

    private static String named(Asking asking, List<ChartedMonths.Point> points) {
        return ExposureSummary.named(
                asking.texts(),
                points.stream()
                        .sorted(NEWEST_FIRST)
                        .map(point -> asking.figures().month(point.month().month()) + " ("
                                + asking.figures().number(point.value()) + ")")
                        .toList());
    }

    private static String namedAtEqualAge(Asking asking, List<ChartedMonths.Point> points) {
        return ExposureSummary.named(
                asking.texts(),
                points.stream()
                        .sorted(NEWEST_FIRST)
                        .map(point -> asking.say(
                                "trend.age.month",
                                asking.figures().month(point.month().month()),
                                asking.figures().number(point.ageRatio().orElse(1.0))))
                        .toList());
    }
}
