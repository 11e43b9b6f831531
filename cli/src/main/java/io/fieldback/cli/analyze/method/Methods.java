// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze.method;

import io.fieldback.cli.analyze.Method;
import java.util.List;
import java.util.Optional;

/** All methods there are. A new one is a class beside these and a line here. */
public final class Methods {
    private static final List<Method> ALL = List.of(
            new FarringtonFlexibleMethod(),
            new FarringtonMethod(),
            new EarsMethod(),
            new CusumMethod(),
            new GlrNbMethod(),
            new BayesMethod(),
            new FieldbackDetectorMethod(),
            new LaneyUMethod(),
            new MleMethod(),
            new WeibayesMethod(),
            new KaplanMeierMethod(),
            new McfMethod(),
            new NevadaMethod(),
            new MedianRankMethod(),
            new PlottingPositionsMethod(),
            new PrrRorMethod(),
            new EbgmMethod(),
            new GarwoodMethod(),
            new ProportionMethod(),
            new RateRatioMethod(),
            new PAdjustMethod(),
            new DemandMethod(),
            new NowcastMethod(),
            new DelayMethod());

    private Methods() {}

    /** In the order of the help. */
    public static List<Method> all() {
        return ALL;
    }

    /** Their names. */
    public static List<String> names() {
        return ALL.stream().map(method -> method.about().name()).toList();
    }

    /** The method of a name. */
    public static Optional<Method> named(String name) {
        return ALL.stream().filter(method -> method.about().name().equals(name)).findFirst();
    }
}
