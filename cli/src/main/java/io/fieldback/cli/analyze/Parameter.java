// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.analyze;

import java.util.List;
import java.util.Locale;

/**
 * A parameter of a method, named as in R or in the table of reference calls.
 *
 * @param name as on the command line
 * @param kind of its values
 * @param standard value if none is given; empty where the method then decides by itself
 * @param unit of the value, or nothing
 * @param meaning what it does
 */
public record Parameter(String name, Kind kind, String standard, Text unit, Text meaning) {
    /** Periods of a series. */
    public static final Text PERIODS = new Text("periods", "期");

    /** Years of a series. */
    public static final Text YEARS = new Text("years", "年");

    /** Counted events. */
    public static final Text CASES = new Text("cases", "例");

    /** A chance or a share. */
    public static final Text SHARE = new Text("0 to 1", "0–1");

    /** What a value must look like. */
    public sealed interface Kind {
        /** What is wrong with a value, as the second half of a sentence; empty if nothing is. */
        String fault(String value);

        /** Any number. */
        record Real() implements Kind {
            @Override
            public String fault(String value) {
                try {
                    return Double.isNaN(Numeral.of(value)) ? "it must be a number" : "";
                } catch (IllegalArgumentException e) {
                    return "it must be a number";
                }
            }
        }

        /** A whole number. */
        record Whole() implements Kind {
            @Override
            public String fault(String value) {
                boolean whole = new Real().fault(value).isEmpty()
                        && Numeral.of(value) == Math.rint(Numeral.of(value))
                        && Math.abs(Numeral.of(value)) < Integer.MAX_VALUE;
                return whole ? "" : "it must be a whole number";
            }
        }

        /** TRUE or FALSE. */
        record Flag() implements Kind {
            private static final List<String> YES = List.of("true", "t", "1", "yes");
            private static final List<String> NO = List.of("false", "f", "0", "no");

            @Override
            public String fault(String value) {
                String small = value.toLowerCase(Locale.ROOT);
                return YES.contains(small) || NO.contains(small) ? "" : "it must be TRUE or FALSE";
            }

            static boolean is(String value) {
                return YES.contains(value.toLowerCase(Locale.ROOT));
            }
        }

        /** One of some words. */
        record Choice(List<String> words) implements Kind {
            @Override
            public String fault(String value) {
                return words.contains(value) ? "" : "it must be one of " + String.join(", ", words);
            }
        }

        /** FROM:TO, either end may be left out. */
        record Range() implements Kind {
            @Override
            public String fault(String value) {
                return value.chars().filter(c -> c == ':').count() == 1
                        ? ""
                        : "it must be FROM:TO, such as 157:312; either may be left out";
            }
        }

        /** Text that the method reads itself. */
        record Free() implements Kind {
            @Override
            public String fault(String value) {
                return "";
            }
        }
    }

    /** A number. */
    public static Parameter real(String name, String standard, Text unit, Text meaning) {
        return new Parameter(name, new Kind.Real(), standard, unit, meaning);
    }

    /** A whole number. */
    public static Parameter whole(String name, String standard, Text unit, Text meaning) {
        return new Parameter(name, new Kind.Whole(), standard, unit, meaning);
    }

    /** TRUE or FALSE. */
    public static Parameter flag(String name, String standard, Text meaning) {
        return new Parameter(name, new Kind.Flag(), standard, Text.same("TRUE|FALSE"), meaning);
    }

    /** One of some words, the first if none is given. */
    public static Parameter choice(String name, List<String> words, Text meaning) {
        return new Parameter(name, new Kind.Choice(words), words.get(0), Text.same(String.join("|", words)), meaning);
    }

    /** FROM:TO. */
    public static Parameter range(String name, Text meaning) {
        return new Parameter(name, new Kind.Range(), "", Text.same("FROM:TO"), meaning);
    }

    /** Text that the method reads itself. */
    public static Parameter free(String name, String standard, Text unit, Text meaning) {
        return new Parameter(name, new Kind.Free(), standard, unit, meaning);
    }
}
