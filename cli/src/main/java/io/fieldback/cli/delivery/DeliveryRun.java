// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import io.fieldback.cli.delivery.channel.Channels;
import io.fieldback.cli.spool.Spool;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.lake.epoch.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivery at work: one thread looks for epochs, one thread a channel tells, so that a channel that is down holds up no
 * other. Ends when it is closed; what was not told stays in the spool.
 */
public final class DeliveryRun implements AutoCloseable {
    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final long END_MILLIS = 5_000;

    private final Session session;
    private final Path folder;
    private final Spool spool;
    private final Delivery delivery;
    private final List<ChannelWorker> workers = new ArrayList<>();
    private final List<Channel> open = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Bell bell = new Bell();
    private String said = "";

    /** Delivery of the alerts of a warehouse; nothing runs yet. Throws if another process delivers them. */
    public DeliveryRun(Session session, Path folder, ChannelsFile channels, long seed) {
        this.session = session;
        this.folder = folder;
        this.spool = Spool.open(folder);
        this.delivery = new Delivery(Warehouse.open(folder), spool, channels, session.clock());
        for (ChannelSettings settings : channels.channels()) {
            Channel channel = Channels.open(settings, folder);
            open.add(channel);
            workers.add(new ChannelWorker(
                    settings,
                    channel,
                    delivery,
                    spool,
                    session.clock(),
                    new Backoff(seed + workers.size()),
                    session::tell));
        }
    }

    /** Delivers until it is closed, in threads of its own. */
    public void start() {
        begin(this::read, "delivery");
        workers.forEach(worker -> begin(() -> tell(worker), "delivery to " + worker.name()));
    }

    /** Delivers what there is now, and gives how many changes still wait: for channels that failed, or are due later. */
    public long once() {
        delivery.look();
        delivery.escalate();
        for (ChannelWorker worker : workers) {
            while (worker.waiting() > 0 && !worker.isHeld()) {
                long before = worker.waiting();
                worker.step();
                if (worker.waiting() == before) {
                    break;
                }
            }
        }
        return waiting();
    }

    /** How many changes wait for channels. */
    public long waiting() {
        return workers.stream().mapToLong(ChannelWorker::waiting).sum();
    }

    @Override
    public void close() throws InterruptedException {
        bell.end();
        for (Thread thread : threads) {
            thread.join(END_MILLIS);
        }
        open.forEach(Channel::close);
        spool.close();
    }

    private void begin(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
    }

    private void read() {
        CatalogGlance glance = new CatalogGlance(folder);
        long looked = 0;
        try {
            while (!bell.hasEnded()) {
                long now = System.nanoTime();
                if (glance.hasChanged() || now - looked > LOOK.toNanos()) {
                    looked = now;
                    look();
                }
                Thread.sleep(GLANCE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What goes wrong is said once and tried again: delivery stops nothing, least of all the job beside it. */
    private void look() {
        try {
            if (delivery.look()) {
                bell.ring();
            }
            if (delivery.escalate()) {
                bell.ring();
            }
            said = "";
        } catch (RuntimeException failure) {
            String sentence = Exits.sentence(failure, "deliver alerts of " + folder);
            if (!sentence.equals(said)) {
                session.tell("delivery.failed", sentence);
                said = sentence;
            }
        }
    }

    private void tell(ChannelWorker worker) {
        try {
            while (!bell.hasEnded()) {
                long heard = bell.rings();
                Duration wait;
                try {
                    wait = worker.step();
                } catch (RuntimeException failure) {
                    session.tell("delivery.failed", Exits.sentence(failure, "deliver alerts of " + folder));
                    wait = LOOK.multipliedBy(5);
                }
                if (worker.isHeld()) {
                    // News do not make a channel well again, nor its next message due.
                    pause(wait);
                } else if (!wait.isZero()) {
                    bell.await(heard, wait);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        while (!bell.hasEnded() && System.nanoTime() < end) {
            bell.await(bell.rings(), Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
    }
}
