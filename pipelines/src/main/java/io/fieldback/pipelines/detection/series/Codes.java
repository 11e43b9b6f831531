// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers for texts, in the order they came: rows hold numbers. Nothing that is told may depend on that order. */
public final class Codes {
    /** The number of no text. */
    public static final int NONE = -1;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    /** The number of a text, a new one if it was never seen. */
    int number(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        Integer number = numbers.putIfAbsent(text, texts.size());
        if (number == null) {
            texts.add(text);
            return texts.size() - 1;
        }
        return number;
    }

    /** The number of a text, {@link #NONE} if it was never seen. */
    public int find(String text) {
        return numbers.getOrDefault(text, NONE);
    }

    /** The text of a number. */
    public String text(int number) {
        return texts.get(number);
    }
}
