// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the proofs showed, for people: printed and kept in {@code target/proofs.txt}. */
final class Summary {
    private static final Path FILE = Path.of("target", "proofs.txt");

    private final List<String> lines = new ArrayList<>();
    private final List<Long> recoveries = new ArrayList<>();
    private long faults;
    private long kills;
    private long polls;
    private long epochs;
    private long breaches;

    synchronized void add(Verdict verdict, String what) {
        faults += verdict.hits().size();
        polls += verdict.polls();
        epochs += verdict.checked();
        breaches += verdict.breaches().size();
        recoveries.addAll(verdict.recoveries());
        say(what + ": " + verdict.line());
    }

    synchronized void add(Processes run, int killed, int broken, String what) {
        faults += killed;
        kills += killed;
        polls += run.reader().polls();
        epochs += run.reader().checked();
        breaches += broken;
        recoveries.addAll(run.recoveries());
        say(what + ": " + killed + " killed, stopped or filled, " + run.reader().polls() + " polls, "
                + run.reader().epoch() + " epochs, recoveries " + run.recoveries() + " ms, "
                + (broken == 0 ? "no law broken" : broken + " laws broken"));
    }

    synchronized void say(String line) {
        lines.add(line);
        System.out.println(line);
    }

    List<Long> recoveries() {
        return recoveries;
    }

    synchronized void close() throws IOException {
        say("In all: " + faults + " faults hit, of them " + kills + " to processes and disks; " + polls + " polls, "
                + epochs + " epochs examined while others wrote; recovery to the next epoch p50 "
                + Verdict.percentile(recoveries, 50) + " ms, p95 " + Verdict.percentile(recoveries, 95) + " ms; "
                + breaches + " laws broken");
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
    }
}
