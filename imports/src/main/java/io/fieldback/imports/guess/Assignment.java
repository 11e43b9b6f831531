// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each column a field and each field a column: the best pair first, by the header's words and the cells' look. */
final class Assignment {
    private static final int POSSIBLE = 45;
    private static final int SURE = 88;

    private Assignment() {}

    /** A column with the field it may fill. */
    record Pair(int column, Vocabulary.Entry entry, int score) {
        boolean sure() {
            return score >= SURE;
        }
    }

    /** The pairs chosen, by column; null where a column has none. */
    static List<@Nullable Pair> of(Vocabulary vocabulary, List<String> headers, List<ColumnSample> samples) {
        List<Pair> pairs = new ArrayList<>();
        for (int column = 0; column < headers.size(); column++) {
            Vocabulary.Title title = Vocabulary.Title.of(headers.get(column));
            for (Vocabulary.Entry entry : vocabulary.entries()) {
                int named = headers.get(column).isBlank() ? 0 : Vocabulary.names(title, entry);
                int score = named == 0 ? 0 : named + entry.look().fits(samples.get(column));
                if (score >= POSSIBLE) {
                    pairs.add(new Pair(column, entry, score));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::score).reversed().thenComparingInt(Pair::column));
        List<@Nullable Pair> chosen = new ArrayList<>();
        headers.forEach(header -> chosen.add(null));
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            boolean free = !pair.entry().mapped() || taken.add(pair.entry().field());
            if (chosen.get(pair.column()) == null && free) {
                chosen.set(pair.column(), pair);
            } else if (chosen.get(pair.column()) != null && free && pair.entry().mapped()) {
                taken.remove(pair.entry().field());
            }
        }
        return chosen;
    }

    /** What a column without a telling header may be, by its cells alone; never sure. */
    static @Nullable String byLook(ColumnSample sample, Set<String> taken) {
        if (sample.filled() < 3) {
            return null;
        }
        if (sample.phones() > 0.7 && !taken.contains("customer.phone")) {
            return "customer.phone";
        }
        boolean noDay = !taken.contains("reportedAt") && !taken.contains("failedOn") && !taken.contains("completedAt");
        if ((sample.dated() > 0.7 || sample.textDates() > 0.7) && noDay) {
            return "reportedAt";
        }
        if (sample.serials() > 0.8 && sample.dates() < 0.5 && !taken.contains("serialNo") && sample.variety() > 0.3) {
            return "serialNo";
        }
        boolean prose = sample.averageLength() > 10 && sample.variety() > 0.5 && sample.numbers() < 0.2;
        return prose && sample.dates() < 0.2 && !taken.contains("faultText") ? "faultText" : null;
    }
}
