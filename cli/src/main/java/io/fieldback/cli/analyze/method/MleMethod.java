// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.About;
import io.fieldback.cli.analyze.Input;
import io.fieldback.cli.analyze.Method;
import io.fieldback.cli.analyze.Outcome;
import io.fieldback.cli.analyze.Parameter;
import io.fieldback.cli.analyze.Settings;
import io.fieldback.cli.analyze.Text;
import io.fieldback.statistics.interval.Interval;
import io.fieldback.statistics.life.Covariance;
import io.fieldback.statistics.life.HazardCourse;
import io.fieldback.statistics.life.LifeDistribution;
import io.fieldback.statistics.life.LifeFit;
import io.fieldback.statistics.life.Observation;
import io.fieldback.statistics.life.ProfileLikelihood;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code mle}. */
final class MleMethod implements Method {
    static final Parameter DISTRIBUTION = Parameter.choice(
            "dist", List.of("weibull", "lognormal", "exponential"), new Text("distribution of ages", "寿命分布"));

    private static final String BEFORE = "dist,n,failures,mu_hat,sigma_hat,";
    private static final String EXACT_NAMES = "weibull_scale_eta,weibull_shape_beta,";
    private static final String INTERVAL_NAMES = "eta,beta,";
    private static final String AFTER =
            "loglik,var_mu,cov_mu_logsigma,var_logsigma,eta_lo95,eta_hi95,beta_lo95,beta_hi95,beta_prof_lo95,beta_prof_hi95,"
                    + "log_t01,se_log_t01,log_t10,se_log_t10,log_t50,se_log_t50,log_t90,se_log_t90,t01,t10,t50,t90";
    private static final double[] SHARES = {0.01, 0.1, 0.5, 0.9};
    private static final double CONFIDENCE = 0.95;
    private static final double MIXTURE_LEVEL = 0.025;

    @Override
    public About about() {
        return new About(
                "mle",
                new Text("life distribution fitted by maximum likelihood, with B lives", "极大似然拟合寿命分布，并给出 B 寿命"),
                "time,status[,wt] or lo,hi[,wt]",
                new Text(
                        Lives.EXACT_NOTE.english()
                                + " lo empty: failed by hi; hi empty: still working at lo; lo = hi: exact.",
                        Lives.EXACT_NOTE.chinese() + "lo 为空：到 hi 时已失效；hi 为空：到 lo 时仍在工作；lo = hi：精确寿命。"),
                BEFORE + EXACT_NAMES + AFTER + "; lo,hi: eta,beta for "
                        + EXACT_NAMES.substring(0, EXACT_NAMES.length() - 1),
                List.of(DISTRIBUTION),
                new Text(
                        "log t = mu + sigma z; Weibull eta = e^mu, beta = 1/sigma; log L sums log f of exact ages, log S of"
                                + " suspensions, log (F(hi) - F(lo)) of intervals. *_lo95, *_hi95: Wald on the log scale;"
                                + " beta_prof: profile likelihood; tXX: age by which XX % have failed, se of its log by"
                                + " the delta method. Under 5 failures no shape is fitted: see weibayes.",
                        "log t = mu + sigma z；威布尔 eta = e^mu，beta = 1/sigma；对数似然为精确寿命的 log f、截尾的 log S、区间的 log"
                                + " (F(hi) - F(lo)) 之和。*_lo95、*_hi95：对数尺度的 Wald 区间；beta_prof：剖面似然；tXX：XX % 已失效时的寿命"
                                + "之对数，标准误用 delta 法。少于 5 次失效时不拟合形状，请用 weibayes。"),
                "Meeker and Escobar, Statistical Methods for Reliability Data. Equals survreg of R's survival.",
                About.Example.of("lives.csv", "dist=weibull"));
    }

    @Override
    public Outcome of(Input input, Settings settings) {
        boolean intervals = !input.has("time") && input.has("lo");
        List<Observation> lives = intervals ? Lives.intervals(input) : Lives.exact(input);
        LifeDistribution distribution =
                LifeDistribution.valueOf(settings.text("dist").toUpperCase(Locale.ROOT));
        LifeFit fit = Lives.fit(distribution, lives);
        boolean shaped = distribution == LifeDistribution.WEIBULL;
        boolean lognormal = distribution == LifeDistribution.LOGNORMAL;
        boolean exponential = distribution == LifeDistribution.EXPONENTIAL;
        Covariance covariance = fit.covariance();
        Interval scale = fit.scale().interval(CONFIDENCE);
        Interval none = new Interval(Double.NaN, Double.NaN);
        Interval shape = shaped ? fit.shape().interval(CONFIDENCE) : none;
        Interval profile = shaped ? new ProfileLikelihood(fit, lives).shape(CONFIDENCE) : none;
        List<@Nullable Object> row = new ArrayList<>(List.of(
                settings.text("dist"),
                lives.stream().mapToDouble(Observation::weight).sum(),
                fit.failures(),
                fit.mu(),
                fit.sigma(),
                lognormal ? Double.NaN : fit.scale().value(),
                lognormal ? Double.NaN : fit.shape().value(),
                fit.logLikelihood(),
                covariance.mu(),
                exponential ? Double.NaN : covariance.muLogSigma(),
                exponential ? Double.NaN : covariance.logSigma(),
                scale.lower(),
                scale.upper(),
                shape.lower(),
                shape.upper(),
                profile.lower(),
                profile.upper()));
        for (double share : SHARES) {
            row.add(fit.life(share).log());
            row.add(fit.life(share).standardError());
        }
        for (double share : SHARES) {
            row.add(fit.life(share).value());
        }
        Outcome outcome = Outcome.of(BEFORE + (intervals ? INTERVAL_NAMES : EXACT_NAMES) + AFTER)
                .row(row.toArray());
        warn(fit, lives, outcome);
        return outcome;
    }

    static void warn(LifeFit fit, List<Observation> lives, Outcome outcome) {
        if (fit.failures() >= HazardCourse.LEAST_FAILURES && fallsThenRises(lives)) {
            outcome.note(
                    "The rate of failing first falls and then rises with age: weak units may be mixed with units that wear"
                            + " out, which no single distribution describes.",
                    "失效率随寿命先降后升：可能混有早期失效的弱件与耗损的正常件，单一分布无法描述。");
        }
    }

    private static boolean fallsThenRises(List<Observation> lives) {
        try {
            return HazardCourse.of(lives).fallsThenRises(MIXTURE_LEVEL);
        } catch (IllegalArgumentException tooAlike) {
            return false;
        }
    }
}
