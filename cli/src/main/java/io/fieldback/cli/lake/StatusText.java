// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.lake;

import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Messages;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.terminal.TextTable;
import io.fieldback.cli.topics.Backlog;
import io.fieldback.lake.epoch.Epoch;
import io.fieldback.lake.upkeep.LakeStatus;
import io.fieldback.lake.upkeep.LakeStatus.TableLine;
import io.fieldback.pipelines.storing.EpochJson;
import io.fieldback.pipelines.storing.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.List;

/** Prints the status of a warehouse: tables and sentences for people, figures for programs. */
public final class StatusText {
    private static final double MEGABYTE = 1e6;

    private final Session session;
    private final Path folder;
    private final LakeStatus status;
    private final Backlog backlog;

    /** The status of the warehouse in a folder, and what waits for it. */
    public StatusText(Session session, Path folder, LakeStatus status, Backlog backlog) {
        this.session = session;
        this.folder = folder;
        this.status = status;
        this.backlog = backlog;
    }

    /** Prints it in a form. */
    public void print(Format format) throws IOException {
        PrintWriter out = session.out();
        switch (format) {
            case TABLE -> text(out);
            case CSV -> new StatusFigures(status, backlog, session.clock().instant()).csv(out);
            case JSON -> new StatusFigures(status, backlog, session.clock().instant()).json(out);
        }
        out.flush();
    }

    private void text(PrintWriter out) {
        Messages words = session.messages();
        if (status.newest().isEmpty()) {
            out.println(words.text("status.nothing", folder));
            return;
        }
        Epoch newest = status.newest().get();
        Duration age = Duration.between(newest.committedAt(), session.clock().instant());
        tables(words).print(out);
        out.println();
        positions(words, newest).print(out);
        out.println();
        out.println(words.text(
                "status.epoch",
                newest.number(),
                newest.kind().code(),
                newest.committedAt().toString(),
                Age.of(age, words),
                status.epochs()));
        status.tags().forEach(tag -> out.println(words.text("status.tag", tag.epoch(), tag.name())));
        out.println(words.text(
                "status.orphans",
                status.orphans().old().files(),
                status.orphans().old().bytes() / MEGABYTE,
                status.orphans().young().files(),
                status.orphans().young().bytes() / MEGABYTE));
        out.println(words.text(
                "status.metadata",
                status.metadata().files(),
                status.metadata().bytes() / MEGABYTE,
                status.catalogBytes() / MEGABYTE));
    }

    private TextTable tables(Messages words) {
        TextTable table = TextTable.of(
                List.of(
                        words.text("status.table"),
                        words.text("status.files"),
                        words.text("status.megabytes"),
                        words.text("status.small"),
                        words.text("status.small-share"),
                        words.text("status.rows"),
                        words.text("status.newest-event"),
                        words.text("status.newest-receipt")),
                List.of(false, true, true, true, true, true, false, false));
        NumberFormat whole = NumberFormat.getIntegerInstance(words.locale());
        NumberFormat tenths = NumberFormat.getNumberInstance(words.locale());
        tenths.setMinimumFractionDigits(1);
        tenths.setMaximumFractionDigits(1);
        for (TableLine line : status.tables()) {
            table.add(List.of(
                    line.name(),
                    whole.format(line.files()),
                    tenths.format(line.bytes() / MEGABYTE),
                    whole.format(line.smallFiles()),
                    tenths.format(100.0 * line.smallBytes() / line.bytes()),
                    whole.format(line.rows()),
                    line.newestEventOn().map(Object::toString).orElse(""),
                    line.newestReceivedAt().map(Object::toString).orElse("")));
        }
        return table;
    }

    private TextTable positions(Messages words, Epoch newest) {
        TextTable table = TextTable.of(
                List.of(
                        words.text("status.position"),
                        words.text("status.partition"),
                        words.text("status.next"),
                        words.text("status.behind"),
                        words.text("status.end")),
                List.of(false, true, true, true, false));
        NumberFormat whole = NumberFormat.getIntegerInstance(words.locale());
        for (Progress position : EpochJson.positions(newest.positionsJson())) {
            table.add(List.of(
                    position.seenIn(),
                    Integer.toString(position.partition()),
                    Long.toString(position.next()),
                    backlog.behind(position).stream()
                            .mapToObj(whole::format)
                            .findFirst()
                            .orElse(""),
                    position.finished() ? "✓" : ""));
        }
        return table;
    }
}
