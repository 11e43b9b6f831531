// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import io.fieldback.cli.delivery.ChannelsFile;
import io.fieldback.cli.delivery.DeliveryRun;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Delivers alerts beside a job: begins when there is a warehouse and no other process delivers its alerts, and ends with
 * the job. What keeps it from beginning is said once and tried again.
 */
final class DeliveryThread implements AutoCloseable {
    private static final long LOOK_MILLIS = 1_000;

    private final Session session;
    private final Path folder;
    private final ChannelsFile channels;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "delivery-start");
    private String said = "";

    private DeliveryThread(Session session, Path folder, ChannelsFile channels) {
        this.session = session;
        this.folder = folder;
        this.channels = channels;
    }

    /** Begins beside a job; null, which a try statement takes for nothing, if nobody is to be told. */
    static @Nullable DeliveryThread beside(Session session, Path folder, @Nullable ChannelsFile channels) {
        if (channels == null) {
            return null;
        }
        DeliveryThread delivery = new DeliveryThread(session, folder, channels);
        delivery.thread.setDaemon(true);
        delivery.thread.start();
        return delivery;
    }

    @Override
    public void close() throws InterruptedException {
        ended.countDown();
        thread.join();
    }

    private void run() {
        try {
            DeliveryRun delivery = null;
            while (delivery == null && !ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                delivery = begin();
            }
            if (delivery != null) {
                ended.await();
                delivery.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable DeliveryRun begin() {
        try {
            if (!Files.isRegularFile(folder.resolve("catalog.db"))) {
                return null;
            }
            DeliveryRun delivery =
                    new DeliveryRun(session, folder, channels, session.clock().millis());
            delivery.start();
            return delivery;
        } catch (RuntimeException failure) {
            String sentence = Exits.sentence(failure, "deliver alerts of " + folder);
            if (!sentence.equals(said)) {
                session.tell("delivery.failed", sentence);
                said = sentence;
            }
            return null;
        }
    }
}
