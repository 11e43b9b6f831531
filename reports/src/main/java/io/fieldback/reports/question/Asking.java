// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.question;

import io.fieldback.reports.content.Block;
import io.fieldback.reports.content.Note;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.content.ReportContext;
import io.fieldback.reports.content.Section;
import io.fieldback.reports.content.State;
import io.fieldback.reports.model.Database;
import io.fieldback.reports.model.Models;
import io.fieldback.reports.model.Row;
import io.fieldback.reports.text.Figures;
import io.fieldback.reports.text.Texts;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What every question needs: the models over an opened epoch, the words, and what may be said at all. */
public final class Asking {
    private final Database database;
    private final ReportContext context;
    private final Texts texts;
    private final Figures figures;
    private final Row observation;
    private final ExposureSummary exposure;

    private Asking(Database database, ReportContext context) {
        this.database = database;
        this.context = context;
        this.texts = Texts.in(context.language());
        this.figures = new Figures(context.language());
        this.observation = database.row("select * from observation");
        this.exposure = ExposureSummary.of(database.rows(Models.sql("exposure_summary")));
    }

    /** Loads the models; the connection stays the caller's. */
    public static Asking over(Connection connection, ReportContext context) {
        return new Asking(Models.load(connection, context), context);
    }

    /** The answers of a model that is not shared. */
    List<Row> rows(String model) {
        return database.rows(Models.sql(model));
    }

    /** Computes a model that other models of this question need. */
    void keep(String model) {
        database.run("create or replace temp table " + model + " as " + Models.sql(model));
    }

    Database database() {
        return database;
    }

    ReportContext context() {
        return context;
    }

    Texts texts() {
        return texts;
    }

    Figures figures() {
        return figures;
    }

    ExposureSummary exposure() {
        return exposure;
    }

    String say(String key, Object... arguments) {
        return texts.say(key, arguments);
    }

    /** Last day the cases speak of. */
    Optional<LocalDate> observedTo() {
        return Optional.ofNullable(observation.dayOrNull("observed_to"));
    }

    /** A state as people read it. */
    String word(State state) {
        return switch (state) {
            case STANDS_OUT -> say("state.stands-out");
            case WATCH -> say("state.watch");
            case QUIET, PLAIN -> say("state.quiet");
        };
    }

    /** A component as people read it. */
    String component(@Nullable String code) {
        return code == null ? say("word.component-unknown") : code;
    }

    /** Why nothing can be said at all, if so: nothing is there, or the day lies before a source's go-live. */
    Optional<String> obstacle() {
        if (context.asOf().isPresent()) {
            LocalDate asOf = context.asOf().get();
            for (Row source : rows("go_lives")) {
                if (asOf.isBefore(source.day("go_live_on"))) {
                    return Optional.of(say(
                            "refusal.before-go-live",
                            asOf.toString(),
                            source.text("source"),
                            source.text("go_live_on")));
                }
            }
        }
        if (observedTo().isEmpty()) {
            return Optional.of(context.asOf()
                    .map(day -> say("refusal.nothing-known", day.toString()))
                    .orElse(say("refusal.nothing-at-all")));
        }
        return Optional.empty();
    }

    /** An answer. */
    Report report(String name, String takeaway, List<Section> sections, String counted) {
        return new Report(name, context.language(), title(name), takeaway, false, sections, notes(counted));
    }

    /** A section without a title. */
    static Section only(List<Block> blocks) {
        return new Section("answer", "", blocks);
    }

    /** A refusal in a sentence. */
    Report refusal(String name, String sentence) {
        List<Note> notes = observedTo().isEmpty() ? List.of() : notes("");
        return new Report(name, context.language(), title(name), sentence, true, List.of(), notes);
    }

    private String title(String name) {
        String title = say("title." + name);
        String scope = context.product()
                .map(product ->
                        context.component().map(code -> product + " · " + code).orElse(product))
                .orElse(context.component().orElse(""));
        return scope.isEmpty() ? title : title + " · " + scope;
    }

    /** The notes under every answer. */
    List<Note> notes(String counted) {
        List<Note> notes = new ArrayList<>();
        String to = observation.text("observed_to");
        notes.add(new Note(
                "as_of",
                say("note.as-of"),
                context.asOf()
                        .map(day -> say("note.as-of.text", day.toString(), to))
                        .orElse(say("note.as-of.now", observation.text("known_to"), to))));
        notes.add(new Note("exposure_level", say("note.level"), exposure.levels(texts)));
        notes.add(new Note(
                "matched",
                say("note.matched"),
                exposure.level() == 0 && exposure.matched() == 0
                        ? say("note.matched.none", exposure.failures())
                        : say(
                                        "note.matched.text",
                                        exposure.matched(),
                                        exposure.failures(),
                                        figures.share(exposure.matchedShare()),
                                        exposure.failures() - exposure.matched())
                                + (exposure.trusted() ? "" : " " + say("note.matched.care"))));
        if (!counted.isEmpty()) {
            notes.add(new Note("counted", say("note.counted"), counted));
        }
        return notes;
    }
}
