// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.verify;

import static io.fieldback.reports.content.Heading.Kind.COUNT;
import static io.fieldback.reports.content.Heading.Kind.TEXT;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Finding;
import io.fieldback.reports.content.Language;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.Section;
import io.fieldback.reports.content.State;
import io.fieldback.reports.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks as a report. */
public final class VerificationReport {
    private VerificationReport() {}

    /** A table of the checks, and a sentence for each that differs. */
    public static Report of(List<Check> checks, Language language) {
        Texts texts = Texts.in(language);
        List<Finding> findings = new ArrayList<>();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Check check : checks) {
            rows.add(Arrays.asList(
                    check.name(),
                    texts.say(check.ok() ? "verify.ok" : "verify.differs"),
                    check.counted(),
                    check.differing(),
                    texts.say("verify.question." + check.name())));
            for (String difference : check.differences()) {
                findings.add(new Finding(State.STANDS_OUT, check.name(), difference));
            }
        }
        long failed = checks.stream().filter(check -> !check.ok()).count();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Grid(
                "checks",
                texts.say("table.checks"),
                List.of(
                        texts.heading("check", TEXT),
                        texts.heading("result", TEXT),
                        texts.heading("counted", COUNT),
                        texts.heading("differing", COUNT),
                        texts.heading("question", TEXT)),
                rows));
        if (!findings.isEmpty()) {
            blocks.add(new Block.Findings(findings));
        }
        String takeaway = failed == 0
                ? texts.say("verify.passed", checks.size())
                : texts.say("verify.failed", failed, checks.size());
        return new Report(
                "verify",
                language,
                texts.say("title.verify"),
                takeaway,
                false,
                List.of(new Section("checks", "", blocks)),
                List.of());
    }
}
