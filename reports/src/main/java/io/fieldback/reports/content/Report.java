// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer to one question, before it is drawn.
 *
 * @param name kebab-case, as on the command line
 * @param language of its words
 * @param title the question in a few words
 * @param takeaway the answer in a sentence, or the refusal
 * @param refused whether the data cannot answer the question; the takeaway then says why and what to bring
 * @param sections in reading order
 * @param notes exposure level, matched share, as-of day, how it is counted
 */
public record Report(
        String name,
        Language language,
        String title,
        String takeaway,
        boolean refused,
        List<Section> sections,
        List<Note> notes) {
    /** Copies the lists. */
    public Report {
        sections = List.copyOf(sections);
        notes = List.copyOf(notes);
    }

    /** All tables in reading order. The first is the report's own; it is what CSV holds. */
    public List<Block.Grid> grids() {
        return blocks().filter(Block.Grid.class::isInstance)
                .map(Block.Grid.class::cast)
                .toList();
    }

    /** All sentences in reading order. */
    public List<Finding> findings() {
        return blocks().filter(Block.Findings.class::isInstance)
                .flatMap(block -> ((Block.Findings) block).findings().stream())
                .toList();
    }

    /** The text of a note, or null if the report has none of this key. */
    public @Nullable String note(String key) {
        return notes.stream()
                .filter(note -> note.key().equals(key))
                .map(Note::text)
                .findFirst()
                .orElse(null);
    }

    private Stream<Block> blocks() {
        return sections.stream().flatMap(section -> section.blocks().stream());
    }
}
