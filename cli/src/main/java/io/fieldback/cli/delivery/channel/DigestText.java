// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import io.fieldback.cli.delivery.Duty;
import io.fieldback.cli.delivery.Telling;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.pipelines.detection.wording.CauseWords;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several changes in one text: a heading, then a paragraph each, in the order in which they wait. A text has a limit in
 * bytes; what does not fit waits for the next one.
 *
 * @param title says how many
 * @param body the paragraphs, as Markdown that also reads well as plain text
 * @param changes how many of the waiting are in it
 */
record DigestText(String title, String body, int changes) {
    private static final String GAP = "\n\n";

    /** As many of these as fit into so many bytes; at least one, cut if it must be. */
    static DigestText of(List<Telling> waiting, String language, int maxBytes) {
        List<String> languages = language.equals("both") ? List.of("zh", "en") : List.of(language);
        int reserve = bytes(title(waiting.size(), languages)) + bytes(GAP) + bytes("**  **");
        StringBuilder paragraphs = new StringBuilder();
        int taken = 0;
        for (Telling telling : waiting) {
            String paragraph = paragraph(telling, languages);
            int size = bytes(paragraphs.toString()) + bytes(GAP) + bytes(paragraph);
            if (taken > 0 && reserve + size > maxBytes) {
                break;
            }
            paragraphs.append(taken == 0 ? "" : GAP).append(cut(paragraph, maxBytes - reserve - bytes(GAP)));
            taken++;
        }
        String title = title(taken, languages);
        return new DigestText(title, "**" + title + "**" + GAP + paragraphs, taken);
    }

    /** What is known of one change beside its sentence, in one line. */
    static String details(Telling telling, String language) {
        Messages words = Messages.in(language);
        AlertChange change = telling.change();
        AlertFigures figures = change.figures();
        List<String> parts = new ArrayList<>();
        if (figures.observed() != null && figures.expected() != null) {
            parts.add(words.text("delivery.counted", figures.observed(), figures.expected()));
        }
        if (figures.unitsInField() != null) {
            parts.add(words.text("delivery.units", figures.unitsInField()));
        }
        if (!change.cause().isEmpty()) {
            parts.add(words.text("delivery.cause", CauseWords.of(change.cause(), language.equals("zh"))));
        }
        add(parts, words, "delivery.verdict", verdict(words, change.verdict()));
        add(parts, words, "delivery.linked", change.linkedId());
        add(parts, words, "delivery.by", change.by());
        Duty duty = telling.duty();
        add(parts, words, "delivery.department", duty.department());
        add(parts, words, "delivery.person", duty.person());
        if (duty.deadline() != null) {
            parts.add(words.text("delivery.deadline", duty.deadline().toHours()));
        }
        parts.add(words.text("delivery.id", change.alertId()));
        return String.join(" · ", parts);
    }

    private static String title(int count, List<String> languages) {
        return String.join(
                " / ",
                languages.stream()
                        .map(language -> Messages.in(language).text("delivery.title", count))
                        .toList());
    }

    private static String paragraph(Telling telling, List<String> languages) {
        AlertChange change = telling.change();
        List<String> lines = new ArrayList<>();
        for (String language : languages) {
            Messages words = Messages.in(language);
            String sentence = language.equals("zh") ? change.chinese() : change.english();
            lines.add(words.text(
                            "delivery.heading",
                            words.text("alerts.change." + change.change().code()),
                            words.text("alerts.kind." + change.kind().code()),
                            words.textOr("alerts.severity." + change.severity(), change.severity()))
                    + sentence);
        }
        lines.add(details(telling, languages.get(0)) + " (" + change.changeId() + ")");
        return String.join("\n", lines);
    }

    private static @Nullable String verdict(Messages words, @Nullable String verdict) {
        return verdict == null ? null : words.textOr("alerts.verdict." + verdict, verdict);
    }

    private static void add(List<String> parts, Messages words, String key, @Nullable String value) {
        if (value != null) {
            parts.add(words.text(key, value));
        }
    }

    private static String cut(String text, int maxBytes) {
        String cut = text;
        while (bytes(cut) > maxBytes) {
            cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
        }
        return cut;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
