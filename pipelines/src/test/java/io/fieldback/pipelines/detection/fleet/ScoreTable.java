// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.fleet;

import io.fieldback.pipelines.detection.fleet.Fault.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Scores as tables in Markdown, one line a method. */
final class ScoreTable {
    private static final String OURS = "Fieldback";

    private ScoreTable() {}

    /**
     * Share found within half a year and median days to the first alarm, over all and by kind of fault; of others, how often
     * Fieldback was first, and by how many days where both found the fault.
     */
    static String of(Comparison.Scores scores) {
        StringBuilder table = new StringBuilder(
                "| at | method | false alarms | found | delay | half of all by | first · same day · later | both · lead | alerts a fault |");
        for (Kind kind : Kind.values()) {
            table.append(' ')
                    .append(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(" |");
        }
        table.append(" lot named | region named | months named | unlocalised, named |\n")
                .append("|---".repeat(13 + Kind.values().length))
                .append("|\n");
        for (Map.Entry<Double, Map<String, Score>> rate : scores.byRate().entrySet()) {
            for (Map.Entry<String, Score> method : rate.getValue().entrySet()) {
                String at = rate.getKey() == 0 ? "as it comes" : String.valueOf(rate.getKey());
                table.append(line(at, method.getKey(), method.getValue(), scores.of(rate.getKey(), OURS)));
            }
        }
        return table.toString();
    }

    private static String line(String at, String method, Score score, Score ours) {
        Score.Race race = ours.against(score);
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "| %s | %s | %.2f | %s | %s | %s | %s | %.1f |",
                at,
                method,
                score.falsePerThousand(),
                found(score).replace(" · ", " | "),
                score.halfBy().isPresent() ? score.halfBy().getAsInt() + " d" : "never",
                method.equals(OURS) ? "" : race.first() + " · " + race.even() + " · " + race.last(),
                method.equals(OURS) ? "" : race.both() + " · " + race.lead() + " d",
                alerts(score)));
        for (Kind kind : Kind.values()) {
            line.append(' ')
                    .append(found(score.of(fault -> fault.kind() == kind)))
                    .append(" |");
        }
        return line.append(named(score, Kind.LOT))
                .append(named(score, Kind.REGION))
                .append(named(score, Kind.PRODUCTION_MONTH, Kind.DESIGN_CHANGE, Kind.EARLY_WEAR, Kind.IN_SERVICE_MONTH))
                .append(' ')
                .append(unlocalised(score))
                .append(" |\n")
                .toString();
    }

    private static String found(Score score) {
        return String.format(Locale.ROOT, "%.3f · %.0f d", score.found(), score.delay());
    }

    private static double alerts(Score score) {
        return score.finds().stream()
                .filter(Score.Find::isFound)
                .mapToInt(Score.Find::alerts)
                .average()
                .orElse(Double.NaN);
    }

    /** Of those found: how many are named rightly by the first alarm, by the first that names anything; how many named. */
    private static String named(Score score, Kind... kinds) {
        int found = 0;
        int atOnce = 0;
        int rightly = 0;
        int ever = 0;
        for (Score.Find find : score.finds()) {
            if (find.isFound() && List.of(kinds).contains(find.fault().kind())) {
                found++;
                atOnce += find.isNamedAtOnce() ? 1 : 0;
                rightly += find.isNamed() ? 1 : 0;
                ever += find.firstNamed().isEmpty() ? 0 : 1;
            }
        }
        return " " + atOnce + " · " + rightly + " of " + ever + " · " + found + " |";
    }

    /** Of those found that nothing carries, for how many something was named at first, and ever. */
    private static String unlocalised(Score score) {
        int found = 0;
        int first = 0;
        int ever = 0;
        for (Score.Find find : score.finds()) {
            if (find.isFound() && !find.fault().kind().isLocalised()) {
                found++;
                first += find.namesSomething() ? 1 : 0;
                ever += find.firstNamed().isEmpty() ? 0 : 1;
            }
        }
        return first + " · " + ever + " · " + found;
    }
}
