// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import io.fieldback.imports.cell.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What columns are called. The words stand in a text file beside this class. */
final class Vocabulary {
    private static final Pattern IN_PARENTHESES = Pattern.compile("[(（\\[【][^)）\\]】]*[)）\\]】]");
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}#]+");

    private final List<Entry> entries;

    /**
     * A field and its words.
     *
     * @param field path of the field; in brackets if an event has no place for it
     * @param look of its cells
     * @param words in the form of {@link Words#header}, with their tokens
     */
    record Entry(String field, Look look, List<Word> words) {
        /** Whether an event has a place for it. */
        boolean mapped() {
            return !field.startsWith("[");
        }
    }

    record Word(String folded, Set<String> tokens) {}

    /**
     * A header, taken apart once and compared with every word.
     *
     * @param whole in the form of {@link Words#header}
     * @param bare without what stands in parentheses
     * @param tokens its words
     */
    record Title(String whole, String bare, Set<String> tokens) {
        static Title of(String header) {
            String bare = IN_PARENTHESES.matcher(header).replaceAll("");
            return new Title(Words.header(header), Words.header(bare), Vocabulary.tokens(header));
        }
    }

    private Vocabulary(List<Entry> entries) {
        this.entries = entries;
    }

    /** The words for a kind of sheet: {@code repair} or {@code sales}. */
    static Vocabulary of(String kind) {
        List<Entry> entries = new ArrayList<>();
        try (InputStream in = Vocabulary.class.getResourceAsStream(kind + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("Cannot guess columns: the words for " + kind + " are missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] parts = line.split(";", 3);
                    entries.add(new Entry(
                            parts[0].strip(),
                            Look.valueOf(
                                    parts[1].strip().toUpperCase(Locale.ROOT).replace('-', '_')),
                            Arrays.stream(parts[2].split(","))
                                    .map(Vocabulary::word)
                                    .toList()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot guess columns: the words for " + kind + " cannot be read", e);
        }
        return new Vocabulary(entries);
    }

    List<Entry> entries() {
        return entries;
    }

    /** How well a header names a field: 100 for one of its words, 0 for not at all. */
    static int names(Title title, Entry entry) {
        String whole = title.whole();
        String bare = title.bare();
        Set<String> tokens = title.tokens();
        int best = 0;
        for (int i = 0; i < entry.words().size(); i++) {
            Word word = entry.words().get(i);
            // Of two fields that both know a word, the one it is plainer for wins.
            int plain = Math.min(i, 40) / 8;
            if (whole.equals(word.folded())) {
                best = Math.max(best, 100 - plain);
            } else if (bare.equals(word.folded()) && !bare.isEmpty()) {
                best = Math.max(best, 96 - plain);
            } else if (!tokens.isEmpty() && word.tokens().equals(tokens)) {
                best = Math.max(best, 94 - plain);
            } else {
                best = Math.max(best, within(bare.isEmpty() ? whole : bare, tokens, word));
            }
        }
        return best;
    }

    private static int within(String header, Set<String> tokens, Word word) {
        String folded = word.folded();
        if (isLatin(folded)) {
            // English by whole words: "no" is not in "notes".
            boolean all = tokens.containsAll(word.tokens()) && !word.tokens().isEmpty();
            boolean weak = folded.length() < 4;
            return all && !weak ? 40 + 45 * word.tokens().size() / Math.max(tokens.size(), 1) : 0;
        }
        int at = folded.length() < 2 ? -1 : header.indexOf(folded);
        if (at < 0) {
            return 0;
        }
        // In Chinese the last word says what it is: 客户电话 is a phone number, not a customer.
        int last = at + folded.length() == header.length() ? 8 : 0;
        return 35 + last + 45 * folded.length() / header.length();
    }

    private static Word word(String text) {
        return new Word(Words.header(text), tokens(text));
    }

    private static Set<String> tokens(String text) {
        Set<String> tokens = new HashSet<>();
        for (String token : BREAK.split(splitCamel(IN_PARENTHESES.matcher(text).replaceAll(" ")))) {
            String lower = token.toLowerCase(Locale.ROOT);
            if (!lower.isEmpty() && !lower.equals("of") && !lower.equals("the")) {
                tokens.add(lower.equals("number") || lower.equals("num") || lower.equals("#") ? "no" : lower);
            }
        }
        return tokens;
    }

    /** {@code SerialNo} and {@code serial_no} as {@code serial no}. */
    private static String splitCamel(String text) {
        return text.replaceAll("(?<=[a-z])(?=[A-Z])", " ").replace('_', ' ');
    }

    private static boolean isLatin(String text) {
        return text.chars().allMatch(c -> c < 0x250);
    }
}
