// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;

/**
 * Cancels a job when the process is told to end (SIGINT, SIGTERM) and holds the end back until the command has told
 * what it did. What was read since the last epoch is not lost: the next run begins at the positions of that epoch.
 */
final class StopSignal implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final JobClient job;
    private final CountDownLatch told = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::onSignal, "stop");

    private StopSignal(JobClient job) {
        this.job = job;
    }

    static StopSignal of(JobClient job) {
        StopSignal signal = new StopSignal(job);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    /** Waits for the signal, or throws what ended the job before it. */
    void await() throws Exception {
        try {
            job.getJobExecutionResult().get();
        } catch (ExecutionException e) {
            if (told.getCount() > 0) {
                throw e;
            }
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void onSignal() {
        told.countDown();
        try {
            job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            // The main thread writes the account now; it is on its way out within a moment.
            Thread.sleep(1000);
        } catch (ExecutionException | TimeoutException e) {
            // The process ends anyway; the warehouse has whole epochs only.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
