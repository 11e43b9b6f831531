// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.State;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.interval.PoissonRate;
import io.fieldback.statistics.life.HazardCourse;
import io.fieldback.statistics.life.LifeFit;
import io.fieldback.statistics.life.Observation;
import io.fieldback.statistics.life.Weibayes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of lives: whether units wear out, whether one distribution describes them, what the next year brings. */
record LifeFindings(Asking asking, ObservedLives data, Optional<LifeAnswer> answer) {
    private static final double UNITS = 1000;
    private static final int YEAR = 12;

    /** Shapes that are assumed where the failures tell none: failing at one rate, and wear. */
    private static final double[] ASSUMED = {1, 3};

    List<Finding> all(Optional<Integer> limit) {
        List<Finding> findings = new ArrayList<>();
        answer.ifPresentOrElse(
                it -> {
                    findings.add(ageing(it));
                    it.apart().ifPresent(apart -> findings.add(apart(it, apart)));
                    if (it.isMixed()) {
                        findings.add(mixed(it.course().orElseThrow()));
                    }
                    findings.add(forecast(it, limit));
                },
                () -> findings.add(unfitted()));
        int level = asking.exposure().level();
        if (level < 4) {
            findings.add(new Finding(State.WATCH, "", asking.say(level == 2 ? "mis.estimated" : "life.estimated")));
        }
        long before = asking.rows("before_use").stream()
                .mapToLong(row -> row.count("before_use"))
                .sum();
        if (before > 0) {
            findings.add(Finding.plain(asking.say("mis.before-use", before)));
        }
        return findings;
    }

    /** The end of the takeaway: how failing depends on age, and the next year. */
    String takeaway(LifeAnswer it) {
        if (it.apart().isPresent() && !it.isMixed()) {
            WearApart apart = it.apart().get();
            return asking.say(
                            "life.takeaway.apart",
                            number(apart.fit().shape()),
                            asking.figures().interval(apart.shape()),
                            number(UNITS * apart.fit().rate()))
                    + ahead(it);
        }
        String key = it.isMixed()
                ? "life.takeaway.mixed"
                : switch (it.ageing()) {
                    case WEAR_OUT -> "life.takeaway.wear-out";
                    case EARLY_FAILURES -> "life.takeaway.early";
                    case NONE -> "life.takeaway.steady";
                };
        return asking.say(
                        key, number(it.fit().shape().value()), asking.figures().interval(it.shape()))
                + ahead(it);
    }

    private String ahead(LifeAnswer it) {
        return asking.say(
                "life.takeaway.forecast",
                count(it.expected()),
                count(it.bounds().lower()),
                count(it.bounds().upper()));
    }

    private Finding apart(LifeAnswer it, WearApart apart) {
        return new Finding(
                State.STANDS_OUT,
                asking.say("life.apart"),
                asking.say(
                        "life.apart.text",
                        number(UNITS * apart.fit().rate()),
                        number(apart.fit().shape()),
                        asking.figures().interval(apart.shape()),
                        number(apart.fit().scale()),
                        asking.figures().chance(apart.chance()),
                        count(it.total().expected()),
                        count(apart.expected())));
    }

    private Finding ageing(LifeAnswer it) {
        String shape = number(it.fit().shape().value());
        String interval = asking.figures().interval(it.shape());
        String chance = asking.figures().chance(it.wearOut().chanceIfAgeless());
        return switch (it.ageing()) {
            case WEAR_OUT ->
                new Finding(
                        State.STANDS_OUT,
                        asking.say("life.wear-out"),
                        asking.say("life.wear-out.text", shape, interval, chance, data.failures(), data.units()));
            case EARLY_FAILURES ->
                new Finding(
                        State.WATCH,
                        asking.say("life.early"),
                        asking.say("life.early.text", shape, interval, chance, data.failures(), data.units()));
            case NONE ->
                new Finding(
                        State.QUIET,
                        asking.say("life.steady"),
                        asking.say("life.steady.text", shape, interval, chance, data.failures(), data.units()));
        };
    }

    private Finding mixed(HazardCourse course) {
        return new Finding(
                State.WATCH,
                asking.say("life.mixed"),
                asking.say("life.mixed.text", rate(course.early()), rate(course.lowest()), rate(course.late())));
    }

    private Finding forecast(LifeAnswer it, Optional<Integer> limit) {
        String sentence = asking.say(
                "life.forecast.text",
                asking.figures().month(data.until().plusDays(1)),
                count(it.expected()),
                data.working(),
                count(it.bounds().lower()),
                count(it.bounds().upper()));
        sentence += limit.map(months -> asking.say("life.forecast.limit", months))
                .orElse(asking.say("life.forecast.beyond", data.oldest(), data.oldest() + LifeAnswer.AHEAD));
        return new Finding(State.PLAIN, asking.say("life.forecast"), sentence);
    }

    private Finding unfitted() {
        if (data.failures() >= LifeFit.LEAST_FAILURES) {
            return new Finding(
                    State.WATCH, asking.say("life.unfitted"), asking.say("life.unfitted.text", data.failures()));
        }
        if (data.oldest() < 1) {
            return new Finding(State.WATCH, asking.say("life.unfitted"), asking.say("refusal.mis.too-young"));
        }
        int month = Math.min(YEAR, data.oldest());
        return new Finding(
                State.WATCH,
                asking.say("life.unfitted"),
                asking.say(
                        "life.few.text",
                        data.failures(),
                        data.units(),
                        number(ASSUMED[0]),
                        number(UNITS * atMost(ASSUMED[0], month)),
                        number(ASSUMED[1]),
                        number(UNITS * atMost(ASSUMED[1], month)),
                        month));
    }

    /** The 95 % upper bound of the share that fails up to a month if the shape is as assumed. */
    private double atMost(double shape, int month) {
        List<Observation> seen = data.observations().stream()
                .map(it -> it.isFailure() ? new Observation(it.upper(), it.upper(), it.weight()) : it)
                .toList();
        return Weibayes.fit(shape, seen).failingAtMost(month, Interval.DEFAULT_CONFIDENCE);
    }

    private String rate(PoissonRate rate) {
        return number(UNITS * rate.value());
    }

    private String number(double value) {
        return asking.figures().number(value);
    }

    private String count(double value) {
        return value < 10 ? number(value) : asking.figures().count(Math.round(value));
    }
}
