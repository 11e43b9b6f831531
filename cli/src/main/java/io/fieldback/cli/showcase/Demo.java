// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.cli.alerts.Alerts;
import io.fieldback.cli.embedded.EmbeddedKafka;
import io.fieldback.cli.job.EmbeddedJob;
import io.fieldback.cli.job.EmbeddedJob.Outcome;
import io.fieldback.cli.job.JobOptions;
import io.fieldback.cli.terminal.Progress;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.topics.EventSender;
import io.fieldback.cli.topics.EventTopics;
import io.fieldback.cli.topics.TopicChoice;
import io.fieldback.reports.content.Report;
import io.fieldback.reports.render.HtmlReport;
import io.fieldback.simulator.SimulatedEvent;
import io.fieldback.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A simulated maker on real machinery: events through topics of a Kafka, the job in a Flink, tables, a page. */
public final class Demo {
    private static final int PARTITIONS = 2;

    private final Session session;
    private final JobOptions options;
    private final Simulation simulation;

    /** A demo of these events. */
    public Demo(Session session, JobOptions options, Simulation simulation) {
        this.session = session;
        this.options = options;
        this.simulation = simulation;
    }

    /**
     * What a demo made.
     *
     * @param outcome what was ingested
     * @param report the overview
     * @param page the overview as a page
     */
    public record Made(Outcome outcome, Report report, Path page) {}

    /** Runs it all. The warehouse is made anew. */
    public Made run(Path folder) throws Exception {
        Path warehouse = OwnWarehouse.anew(folder, "demo");
        DemoProducts.write(warehouse, simulation);
        Outcome outcome;
        session.step("demo.kafka");
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            kafka.create(Set.copyOf(EventTopics.all()), PARTITIONS);
            session.step("demo.send", simulation.events());
            send(kafka.servers());
            session.step("demo.ingest", warehouse);
            TopicChoice topics = TopicChoice.of(kafka.servers(), List.of(), null, null);
            outcome = new EmbeddedJob(session, options, warehouse)
                    .topicsToTheirEnd(topics.intake(true), topics.records());
        }
        session.step("demo.report");
        Report report = AlertsSection.in(
                OverviewPage.of(session, warehouse), session.messages(), Alerts.of(warehouse, Optional.empty()));
        Path page = warehouse.toAbsolutePath().normalize().resolveSibling("overview.html");
        Files.writeString(page, HtmlReport.render(report));
        return new Made(outcome, report, page);
    }

    private void send(String servers) throws IOException {
        String step = session.messages().text("progress.send");
        try (EventSender sender = new EventSender(servers, Map.of());
                Progress progress = Progress.of(session, step, simulation.events())) {
            long sent = 0;
            for (SimulatedEvent event : simulation) {
                sender.send(EventTopics.of(event.type()), event.id(), event.json(), event.receivedAt());
                progress.to(++sent);
            }
            sender.finish();
        }
    }
}
