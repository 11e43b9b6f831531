// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.delivery.ChannelsFile;
import io.fieldback.cli.job.EmbeddedJob;
import io.fieldback.cli.job.EmbeddedJob.Outcome;
import io.fieldback.cli.job.JobOptions;
import io.fieldback.cli.job.OutcomeText;
import io.fieldback.cli.job.StartOptions;
import io.fieldback.cli.terminal.Session;
import io.fieldback.cli.topics.TopicChoice;
import io.fieldback.jobs.kafka.KafkaIntake;
import io.fieldback.jobs.kafka.Loss;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fieldback ingest}: events of files or topics into a warehouse. */
@Command(name = "ingest")
public final class IngestCommand implements Callable<Integer> {
    private final Session session;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--warehouse", paramLabel = "DIR", descriptionKey = "ingest.warehouse", required = true)
    private Path warehouse = Path.of("");

    @Mixin
    private JobOptions options = new JobOptions();

    @Option(names = "--channels", paramLabel = "FILE", descriptionKey = "ingest.channels")
    private @Nullable Path channels;

    @Mixin
    private StartOptions start = new StartOptions();

    /** A command in its surroundings. */
    public IngestCommand(Session session) {
        this.session = session;
    }

    /** Files or topics. */
    static final class Source {
        @Option(names = "--events", paramLabel = "FILE", arity = "1..*", descriptionKey = "ingest.events")
        private List<Path> files = List.of();

        @ArgGroup(exclusive = false)
        private @Nullable Topics topics;
    }

    /** Which topics, and how far. */
    static final class Topics {
        @Option(names = "--kafka", paramLabel = "HOST:PORT", descriptionKey = "ingest.kafka", required = true)
        private String servers = "";

        @Option(names = "--topic", paramLabel = "T", descriptionKey = "ingest.topic")
        private List<String> names = List.of();

        @Option(names = "--map", paramLabel = "MAPPING", descriptionKey = "ingest.map")
        private @Nullable Path mapping;

        @Option(names = "--until-end", descriptionKey = "until-end")
        private boolean untilEnd;

        @Option(names = "--accept-loss", descriptionKey = "accept-loss")
        private boolean acceptLoss;

        @Option(names = "--kafka-config", paramLabel = "FILE", descriptionKey = "kafka-config")
        private @Nullable Path config;
    }

    @Override
    public Integer call() throws Exception {
        Topics topics = source.topics;
        ChannelsFile told = told(topics);
        EmbeddedJob job = new EmbeddedJob(session, options, warehouse, start.wish());
        start.rollback(session, job, warehouse);
        Outcome outcome = topics == null ? job.files(source.files) : read(job, topics, told);
        return OutcomeText.print(session, warehouse, outcome);
    }

    /** Whom to tell of alerts. What is loaded to an end is history, which is news to nobody. */
    private @Nullable ChannelsFile told(@Nullable Topics topics) throws IOException {
        if (channels == null) {
            return null;
        }
        if (topics == null || topics.untilEnd) {
            throw new IllegalArgumentException(
                    "Cannot tell channels of alerts: a load that ends is history; give --channels"
                            + " to a job that reads topics on, or to fieldback alerts deliver");
        }
        return ChannelsFile.load(channels, session.environment());
    }

    private static Outcome read(EmbeddedJob job, Topics topics, @Nullable ChannelsFile told) throws Exception {
        TopicChoice choice = TopicChoice.of(topics.servers, topics.names, topics.mapping, topics.config);
        KafkaIntake intake = choice.intake(topics.untilEnd, topics.acceptLoss ? Loss.ACCEPTED : Loss.REFUSED);
        return topics.untilEnd ? job.topicsToTheirEnd(intake, choice.records()) : job.topicsUntilStopped(intake, told);
    }
}
