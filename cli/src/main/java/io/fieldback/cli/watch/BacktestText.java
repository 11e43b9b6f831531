// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.watch;

import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.Session;
import io.fieldback.pipelines.detection.WatchRules;
import io.fieldback.pipelines.detection.feed.Backtest;
import io.fieldback.pipelines.detection.wording.CauseWords;
import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says what a backtest is worth: below its list for people, beside it for programs. */
public final class BacktestText {
    private final Session session;
    private final Format format;
    private final Messages words;

    /** In the language of the user, below or beside an answer of a format. */
    public BacktestText(Session session, Format format) {
        this.session = session;
        this.format = format;
        this.words = session.messages();
    }

    /** The load, and what was found of faults that are known. */
    public void tell(Backtest.Found found, BacktestScore score, PlantedFaults faults) {
        int opened = found.opened().size();
        long notices = found.changes().stream()
                .filter(change ->
                        change.change() == Change.OPENED && change.kind().family() == AlertKind.Family.NOTICE)
                .count();
        line(
                "backtest.load",
                found.days(),
                found.seriesMonths(),
                opened,
                notices,
                score.perThousandSeriesMonths(opened),
                found.slowestMillis());
        for (Map.Entry<String, Double> load : score.loads().entrySet()) {
            line("backtest.line", load.getKey(), load.getValue());
        }
        for (PlantedFaults.Fault fault : faults.faults()) {
            Optional<AlertChange> first = score.first(fault);
            if (first.isPresent()) {
                line(
                        "backtest.found",
                        fault.productModel(),
                        fault.component(),
                        first.get().knownOn().toString(),
                        score.delay(fault).orElse(0),
                        CauseWords.of(first.get().cause(), words.language().equals("zh")));
            } else {
                line(
                        "backtest.missed",
                        fault.productModel(),
                        fault.component(),
                        fault.onset().toString());
            }
        }
        if (!faults.faults().isEmpty()) {
            List<AlertChange> others = score.others(faults);
            line("backtest.false", others.size(), score.perThousandSeriesMonths(others.size()));
        }
    }

    /** What a threshold that keeps a load costs against another. */
    public void tellChoice(
            BacktestScore before, BacktestScore chosen, WatchRules tried, LoadBudget.Choice choice, double budget) {
        line(
                choice.kept() ? "backtest.chosen" : "backtest.not-kept",
                Double.toString(choice.rules().falseDiscoveries()),
                chosen.heaviest(),
                budget,
                Double.toString(tried.falseDiscoveries()),
                before.heaviest());
        chosen.laterThan(before).ifPresent(days -> line("backtest.later", days));
    }

    private void line(String key, Object... arguments) {
        String sentence = words.text(key, arguments);
        if (format == Format.TABLE) {
            session.out().println(sentence);
        } else {
            session.say(sentence);
        }
    }
}
