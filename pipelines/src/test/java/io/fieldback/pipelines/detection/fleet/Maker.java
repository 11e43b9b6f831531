// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.fleet.FleetOptions.Launch;
import io.fieldback.pipelines.detection.fleet.Part.Ageing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a maker is: products, components, suppliers, sites.
 *
 * @param models of all lines
 * @param parts components of all lines
 * @param sites of all regions
 */
record Maker(List<Model> models, List<Part> parts, List<Site> sites) {
    static final int REGIONS = 8;
    private static final int SITES = 6;

    /** Months before the first known failure in which the oldest models were made already. */
    private static final int BEFORE = 36;

    /** Units a month of a model that is launched. */
    private static final double LAUNCHED = 1500;

    /** The maker of a seed. */
    static Maker of(FleetOptions options) {
        List<Model> models = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        for (int line = 0; line < options.size().lines(); line++) {
            Draws draws = new Draws(options.seed(), "line", line);
            for (int i = 0; i < options.size().models(); i++) {
                models.add(model(options, line, i, draws, models));
            }
            for (int i = 0; i < options.size().components(); i++) {
                parts.add(part(options, line, i, draws));
            }
        }
        return new Maker(List.copyOf(models), List.copyOf(parts), sites(options));
    }

    static String region(int index) {
        return "R" + (index + 1);
    }

    private static Model model(FleetOptions options, int line, int index, Draws draws, List<Model> models) {
        int first = Days.month(options.first());
        int end = Days.month(options.end() - 1);
        boolean old = draws.happens(0.65);
        int later = first + draws.below(end - first);
        int to = draws.happens(0.15) ? end - draws.below(30) : end;
        double volume = 500 * options.size().volume() * draws.spread(0.6);
        double growth = draws.between(0, 0.25);
        double season = draws.between(0, 0.3);
        double quality = draws.spread(0.2);
        double[] regions = new double[REGIONS];
        for (int i = 0; i < REGIONS; i++) {
            regions[i] = draws.spread(0.5);
        }
        if (line == 0 && options.has(Disturbance.LINE_ENDED)) {
            to = Days.month(Disturbing.day(options));
        }
        if (line == 0 && index == options.size().models() - 1 && options.launch() != Launch.NONE) {
            return launched(options, models.get(models.size() - 1));
        }
        return new Model(
                "L" + (line + 1) + "-M" + (index + 1),
                line,
                index < 2 ? index : 2,
                old || index == 0 || (line == 0 && options.launch() != Launch.NONE) ? first - BEFORE : later,
                to,
                volume,
                options.has(Disturbance.AGEING) ? 0.5 : growth,
                season,
                quality,
                regions);
    }

    private static Model launched(FleetOptions options, Model before) {
        return new Model(
                before.code().substring(0, 4) + options.size().models(),
                before.line(),
                before.platform(),
                options.launchMonth(),
                Days.month(options.end()),
                LAUNCHED * options.size().volume(),
                0,
                0,
                before.quality() * (options.launch() == Launch.MODEL ? 3 : 1),
                before.regions());
    }

    private static Part part(FleetOptions options, int line, int index, Draws draws) {
        Ageing[] kinds = {Ageing.FALLING, Ageing.FLAT, Ageing.FLAT, Ageing.RISING};
        Ageing ageing = kinds[draws.below(kinds.length)];
        double level = Math.min(3e-3, Math.max(3e-5, 3.5e-4 * draws.spread(1.1)));
        double main = draws.between(0.35, 0.8);
        double[] symptoms = new double[options.size().symptoms()];
        for (int i = 0; i < symptoms.length; i++) {
            symptoms[i] = i == 0 ? main : (1 - main) / (symptoms.length - 1);
        }
        double[] suppliers = draws.happens(0.6) ? new double[] {0.6, 0.4} : new double[] {1};
        double[] regions = new double[REGIONS];
        for (int i = 0; i < REGIONS; i++) {
            regions[i] = draws.spread(0.12);
        }
        return new Part(
                String.format(Locale.ROOT, "K%02d", index + 1),
                line,
                level,
                options.has(Disturbance.AGEING) ? Ageing.WEIBULL_2 : ageing,
                draws.between(0, 0.35),
                draws.below(12),
                symptoms,
                suppliers,
                index % 3 != 2,
                regions,
                Math.round(20_000 * draws.spread(0.8)));
    }

    private static List<Site> sites(FleetOptions options) {
        double atMonthEnd =
                options.has(Disturbance.MANY_MONTH_END) ? 0.5 : options.has(Disturbance.MONTH_END) ? 0.2 : 0;
        List<Site> sites = new ArrayList<>();
        for (int region = 0; region < REGIONS; region++) {
            for (int i = 0; i < SITES; i++) {
                Draws draws = new Draws(options.seed(), "site", region, i);
                String source = i < 3 ? "erp" : i < 5 ? "portal" : "sheets";
                double size = (SITES - i) * draws.spread(0.3);
                double delay = 5 * draws.spread(0.5);
                boolean late = draws.share() < atMonthEnd;
                sites.add(new Site(region(region) + "-" + (i + 1), region, source, size, delay, late));
            }
        }
        return List.copyOf(sites);
    }
}
