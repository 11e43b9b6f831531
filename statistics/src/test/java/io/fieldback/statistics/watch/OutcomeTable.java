// SPDX-License-Identifier: Apache-2.0
package io.fieldback.statistics.watch;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Outcomes as tables in Markdown, one line a detector.
 *
 * @param outcomes of the detectors
 * @param rates of false alarms to compare at
 */
record OutcomeTable(List<Outcome> outcomes, double... rates) {
    /** Detection at the rates of false alarms. */
    String detection() {
        StringBuilder table = new StringBuilder("| detector |");
        for (double rate : rates) {
            table.append(String.format(Locale.ROOT, " POD at %.3f | first week | delay |", rate));
        }
        table.append(" false alarms as it comes |\n|---|")
                .append("---|---|---|".repeat(rates.length))
                .append("---|\n");
        for (Outcome outcome : outcomes) {
            table.append("| ").append(outcome.rival().name()).append(" |");
            for (double rate : rates) {
                Outcome.Score score = outcome.at(rate);
                table.append(String.format(
                        Locale.ROOT, " %.3f | %.3f | %.2f |", score.found(), score.foundAtOnce(), score.delay()));
            }
            table.append(String.format(Locale.ROOT, " %.4f |%n", outcome.falseAlarms()));
        }
        return table.toString();
    }

    /** Detection at a rate of false alarms by group. */
    String groups(double rate) {
        StringBuilder table = new StringBuilder();
        for (Outcome outcome : outcomes) {
            Map<String, Double> groups = outcome.at(rate).byGroup();
            if (table.isEmpty()) {
                table.append(String.format(Locale.ROOT, "| POD at %.3f | ", rate))
                        .append(String.join(" | ", groups.keySet()))
                        .append(" |\n|---|")
                        .append("---|".repeat(groups.size()))
                        .append('\n');
            }
            table.append("| ").append(outcome.rival().name()).append(" |");
            groups.values().forEach(found -> table.append(String.format(Locale.ROOT, " %.3f |", found)));
            table.append('\n');
        }
        return table.toString();
    }
}
