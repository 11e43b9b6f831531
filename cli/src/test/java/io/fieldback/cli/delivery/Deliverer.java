// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.cli.delivery.channel.Channels;
import io.fieldback.cli.spool.Spool;
import io.fieldback.lake.epoch.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Delivery without threads: a test looks, steps and moves the clock. */
final class Deliverer implements AutoCloseable {
    final Delivery delivery;
    final List<ChannelWorker> workers = new ArrayList<>();
    final List<String> said = new ArrayList<>();

    private final Spool spool;
    private final List<Channel> open = new ArrayList<>();

    private Deliverer(Path warehouse, ChannelsFile channels, HandClock clock) {
        spool = Spool.open(warehouse);
        delivery = new Delivery(Warehouse.open(warehouse), spool, channels, clock);
        for (ChannelSettings settings : channels.channels()) {
            Channel channel = Channels.open(settings, warehouse);
            open.add(channel);
            workers.add(new ChannelWorker(
                    settings,
                    channel,
                    delivery,
                    spool,
                    clock,
                    new Backoff(7),
                    (key, arguments) -> said.add(key + " " + List.of(arguments))));
        }
    }

    static Deliverer of(Path warehouse, HandClock clock, String channels) throws IOException {
        Path file = warehouse.resolveSibling("channels.yaml");
        Files.writeString(file, channels);
        return new Deliverer(warehouse, ChannelsFile.load(file, Map.of()), clock);
    }

    /** Looks, and steps each channel until it has nothing to do or is held. */
    void run() {
        delivery.look();
        delivery.escalate();
        for (ChannelWorker worker : workers) {
            do {
                worker.step();
            } while (worker.waiting() > 0 && !worker.isHeld() && worker.step().isZero());
        }
    }

    long waiting() {
        return workers.stream().mapToLong(ChannelWorker::waiting).sum();
    }

    @Override
    public void close() {
        open.forEach(Channel::close);
        spool.close();
    }
}
