// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.model.Row;
import io.fieldback.reports.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How well the denominator of a report is known.
 *
 * @param byLevel products by level, highest level first, each with the products that fail most first
 * @param failures all failures of the report
 * @param matched those of units that the denominator holds
 */
record ExposureSummary(Map<Integer, List<String>> byLevel, long failures, long matched) {
    /** Above this unmatched share a rate is shown with the reason to doubt it. */
    private static final double DOUBTFUL = 0.10;

    private static final int NAMED = 4;

    static ExposureSummary of(List<Row> products) {
        Map<Integer, List<String>> byLevel = new TreeMap<>(Comparator.reverseOrder());
        long failures = 0;
        long matched = 0;
        for (Row product : products) {
            if (!product.isNull("product_model")) {
                int level = Math.toIntExact(product.count("level"));
                byLevel.computeIfAbsent(level, absent -> new ArrayList<>()).add(product.text("product_model"));
            }
            failures += product.count("failures");
            matched += product.count("matched");
        }
        return new ExposureSummary(byLevel, failures, matched);
    }

    /** Whether no product failed or is asked for that an event names. */
    boolean isEmpty() {
        return byLevel.isEmpty();
    }

    /** The highest level of any product, 0 to 4: what can be shown of at least one. */
    int level() {
        return byLevel.keySet().stream().findFirst().orElse(0);
    }

    /** The products of at least a level. */
    List<String> productsFrom(int level) {
        return byLevel.entrySet().stream()
                .filter(entry -> entry.getKey() >= level)
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The products below a level. */
    List<String> productsBelow(int level) {
        return byLevel.entrySet().stream()
                .filter(entry -> entry.getKey() < level)
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    double matchedShare() {
        return failures == 0 ? 1 : (double) matched / failures;
    }

    /** Whether few enough failures are unmatched. */
    boolean trusted() {
        return 1 - matchedShare() <= DOUBTFUL;
    }

    /** Each level with its meaning and its products. */
    String levels(Texts texts) {
        if (byLevel.isEmpty()) {
            return texts.say("level.0");
        }
        if (byLevel.size() == 1) {
            return texts.say("level." + level());
        }
        return byLevel.entrySet().stream()
                .map(entry ->
                        texts.say("level." + entry.getKey()) + texts.say("colon") + named(texts, entry.getValue()))
                .collect(Collectors.joining(texts.say("semicolon")));
    }

    /** A few names, and how many more there are. */
    static String named(Texts texts, List<String> names) {
        String first = names.stream().limit(NAMED).collect(Collectors.joining(texts.say("comma")));
        return names.size() <= NAMED ? first : texts.say("list.more", first, names.size() - NAMED);
    }
}
