// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the separator of a CSV file: the one that splits most of its first lines into the same number of values. */
final class Separators {
    private static final char[] CANDIDATES = {',', ';', '\t', '|'};

    private Separators() {}

    static char find(List<String> lines) {
        if (!lines.isEmpty() && lines.get(0).startsWith("sep=") && lines.get(0).length() > 4) {
            return lines.get(0).charAt(4);
        }
        char best = ',';
        long bestScore = 0;
        for (char candidate : CANDIDATES) {
            Map<Integer, Integer> counts = new HashMap<>();
            for (String line : lines) {
                int count = count(line, candidate);
                if (count > 0) {
                    counts.merge(count, 1, Integer::sum);
                }
            }
            long score = 0;
            for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
                score = Math.max(score, entry.getValue() * 100L + Math.min(entry.getKey(), 99));
            }
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static int count(String line, char separator) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                count++;
            }
        }
        return count;
    }
}
