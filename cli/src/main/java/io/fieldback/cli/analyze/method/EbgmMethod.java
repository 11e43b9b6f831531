// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.disproportion.EmptyPairs;
import io.fieldback.statistics.disproportion.GammaPart;
import io.fieldback.statistics.disproportion.PriorFit;
import io.fieldback.statistics.disproportion.RatioPosterior;
import io.fieldback.statistics.disproportion.RatioPrior;
import io.fieldback.statistics.disproportion.Squashing;
import io.fieldback.statistics.disproportion.WeightedPair;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code ebgm}. */
final class EbgmMethod implements Method {
    private static final String SCORES = "var1,var2,N,E,RR,Qn,EBGM,EB05,EB95";
    private static final String HYPER = "alpha1,beta1,alpha2,beta2,p,negLL,identified";
    private static final String SQUASHED = "N,E,weight";
    private static final List<String> GIVEN = List.of("alpha1", "beta1", "alpha2", "beta2", "p");

    @Override
    public About about() {
        return new About(
                "ebgm",
                new Text(
                        "pairs above expectation, shrunk by how little is known of each",
                        "高于期望的配对，按信息多少收缩（EBGM、EB05、EB95）"),
                "two columns that name the pair[,n][,E][,exposure]",
                new Text(
                        Pairs.NOTE.english()
                                + " E: cases expected, from the margins if not there, or in proportion to the"
                                + " exposure of the first column's thing.",
                        Pairs.NOTE.chinese() + "E：期望例数；没有此列时由边际合计得出，或与第一列之物的 exposure 成正比。"),
                "scores: " + SCORES + "; hyper: " + HYPER + "; squashed: " + SQUASHED,
                List.of(
                        Parameter.choice(
                                "output", List.of("scores", "hyper", "squashed"), new Text("what is given", "给出什么")),
                        Parameter.choice(
                                "prior",
                                List.of("auto", "two", "one", "fixed"),
                                new Text(
                                        "two or one gamma fitted; fixed: DuMouchel's; auto: two if identified, else one, else fixed",
                                        "拟合两个或一个伽马；fixed：DuMouchel 的值；auto：可识别则两个，否则一个，再否则 fixed")),
                        Parameter.real(
                                "alpha1",
                                "",
                                Text.NONE,
                                new Text("given instead of prior, all five together", "代替 prior 给出，五个一起")),
                        Parameter.real("beta1", "", Text.NONE, new Text("rate of the first gamma", "第一个伽马的速率")),
                        Parameter.real("alpha2", "", Text.NONE, new Text("shape of the second gamma", "第二个伽马的形状")),
                        Parameter.real("beta2", "", Text.NONE, new Text("rate of the second gamma", "第二个伽马的速率")),
                        Parameter.real("p", "", Parameter.SHARE, new Text("share of the first", "第一个的份额")),
                        Parameter.flag(
                                "squash",
                                "TRUE",
                                new Text("whether like pairs are put together for the fit", "拟合时是否合并相近的配对"))),
                new Text(
                        "N is Poisson with mean lambda E; lambda has a mixture of two gammas as prior. Qn: chance of the first;"
                                + " EBGM = exp(E[log lambda]); EB05, EB95: quantiles. A pair without a case counts if the"
                                + " table lists one, else all is conditional on N >= 1.",
                        "N 为均值 lambda E 的泊松；lambda 的先验为两个伽马的混合。Qn：属于第一个的概率；EBGM = exp(E[log lambda])；EB05、EB95："
                                + "分位数。表中列有零例配对时一并计入，否则以 N >= 1 为条件。"),
                "DuMouchel (1999), Am. Stat. 53; DuMouchel and Pregibon (2001). Equals R's openEBGM.",
                About.Example.of("component-supplier.csv", "prior=fixed"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        ScoredPairs pairs = ScoredPairs.of(input);
        EmptyPairs empty = pairs.empty();
        List<WeightedPair> fitted = settings.flag("squash") ? Squashing.of(pairs.counts()) : pairs.counts();
        if (settings.text("output").equals("squashed")) {
            Outcome outcome = Outcome.of(SQUASHED);
            fitted.forEach(pair -> outcome.row(pair.count(), pair.expected(), pair.weight()));
            return outcome;
        }
        if (settings.text("output").equals("hyper")) {
            PriorFit fit = fit(settings, fitted, empty);
            RatioPrior prior = fit.prior();
            return Outcome.of(HYPER)
                    .row(
                            prior.first().shape(),
                            prior.first().rate(),
                            prior.second().shape(),
                            prior.second().rate(),
                            prior.share(),
                            fit.negativeLogLikelihood(),
                            fit.identified());
        }
        Outcome outcome = Outcome.of(SCORES);
        RatioPrior prior = prior(settings, fitted, empty, outcome);
        for (int i = 0; i < pairs.names().size(); i++) {
            WeightedPair pair = pairs.counts().get(i);
            RatioPosterior posterior = prior.posterior(pair.count(), pair.expected());
            outcome.row(
                    pairs.names().get(i).row(),
                    pairs.names().get(i).column(),
                    pair.count(),
                    pair.expected(),
                    pair.count() / pair.expected(),
                    posterior.weight(),
                    posterior.geometricMean(),
                    posterior.eb05(),
                    posterior.eb95());
        }
        return outcome;
    }

    private static RatioPrior prior(Settings settings, List<WeightedPair> pairs, EmptyPairs empty, Outcome outcome) {
        if (GIVEN.stream().anyMatch(settings::has)) {
            return given(settings);
        }
        if (settings.text("prior").equals("fixed")) {
            return RatioPrior.duMouchel();
        }
        PriorFit fit = fit(settings, pairs, empty);
        RatioPrior prior = fit.prior();
        String found = Stream.of(
                        prior.first().shape(),
                        prior.first().rate(),
                        prior.second().shape(),
                        prior.second().rate(),
                        prior.share())
                .map(value -> String.format(Locale.ROOT, "%.4g", value))
                .toList()
                .toString();
        if (fit.identified()) {
            outcome.note(
                    "Prior alpha1, beta1, alpha2, beta2, p = " + found, "先验 alpha1、beta1、alpha2、beta2、p = " + found);
            return prior;
        }
        boolean auto = settings.text("prior").equals("auto");
        outcome.note(
                "This table does not identify a prior: " + found + " lies on a bound"
                        + (auto ? ", and DuMouchel's is taken." : "; scores by it shrink too much or too little."),
                "此表不足以识别先验：" + found + " 落在边界上" + (auto ? "，改用 DuMouchel 的值。" : "；由它得出的分数收缩过多或过少。"));
        return auto ? RatioPrior.duMouchel() : prior;
    }

    private static PriorFit fit(Settings settings, List<WeightedPair> pairs, EmptyPairs empty) {
        return switch (settings.text("prior")) {
            case "one" -> PriorFit.ofOne(pairs, empty);
            case "two" -> PriorFit.ofTwo(pairs, empty);
            case "fixed" -> throw settings.wrong("prior", "a fixed prior has no fit to give");
            default -> {
                PriorFit two = PriorFit.ofTwo(pairs, empty);
                yield two.identified() ? two : PriorFit.ofOne(pairs, empty);
            }
        };
    }

    private static RatioPrior given(Settings settings) {
        for (String name : GIVEN) {
            if (!settings.has(name)) {
                throw settings.wrong(name, "it must be given together with " + String.join(", ", GIVEN));
            }
        }
        return new RatioPrior(
                new GammaPart(settings.real("alpha1"), settings.real("beta1")),
                new GammaPart(settings.real("alpha2"), settings.real("beta2")),
                settings.real("p"));
    }
}
