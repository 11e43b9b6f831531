// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.alerts.Alerts;
import io.fieldback.cli.alerts.Decision;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.topics.ClientProperties;
import io.fieldback.cli.topics.EventSender;
import io.fieldback.cli.topics.EventTopics;
import io.fieldback.schemas.event.AlertDecision;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.wire.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Which alert is decided about, by whom, and how the decision gets into the tables: by the topic that a running job
 * reads, else by a short run of the job of its own.
 */
public final class DecisionOptions {
    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "warehouse", required = true)
    private Path warehouse = Path.of("");

    @Option(names = "--by", paramLabel = "NAME", descriptionKey = "alerts.by")
    private @Nullable String by;

    @Option(names = "--comment", paramLabel = "TEXT", descriptionKey = "alerts.comment")
    private @Nullable String comment;

    @Option(
            names = {"--kafka", "--bootstrap-servers"},
            paramLabel = "HOST:PORT",
            descriptionKey = "alerts.kafka")
    private @Nullable String servers;

    @Option(names = "--kafka-config", paramLabel = "FILE", descriptionKey = "kafka-config")
    private @Nullable Path config;

    @Mixin
    private JobOptions job = new JobOptions();

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "alerts.id")
    private String id = "";

    /** Puts a decision about the alert on record. */
    public void decide(Session session, Decision decision) throws Exception {
        String alertId = Alerts.of(warehouse, Optional.empty()).named(id).alertId();
        String who = by == null ? System.getProperty("user.name", "") : by;
        Instant now = session.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        AlertDecision event = decision.event(alertId, who, comment, now);
        if (servers != null) {
            send(servers, event, now);
            session.tell("alerts.sent", alertId, who);
        } else if (WriterMark.isThere(warehouse)) {
            throw new IllegalStateException("Cannot decide about alert " + alertId + ": a job writes " + warehouse
                    + "; give --kafka HOST:PORT, the cluster whose topics it reads, and it takes the decision from "
                    + EventTopics.of(EventType.ALERT_DECISION));
        } else {
            ingest(session, event);
            session.tell("alerts.decided", alertId, who);
        }
    }

    private void send(String to, AlertDecision event, Instant now) throws IOException {
        try (EventSender sender = new EventSender(to, ClientProperties.read(config))) {
            sender.send(
                    EventTopics.of(EventType.ALERT_DECISION), event.envelope().id(), EventWriter.write(event), now);
            sender.finish();
        }
    }

    private void ingest(Session session, AlertDecision event) throws Exception {
        Path file = Files.createTempFile("fieldback-decision-", ".ndjson");
        try {
            Files.write(file, EventWriter.write(event));
            new EmbeddedJob(session, job, warehouse).files(List.of(file));
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
