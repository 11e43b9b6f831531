// SPDX-License-Identifier: Apache-2.0
package io.fieldback.benchmarks.run;

import io.fieldback.cli.embedded.EmbeddedKafka;
import io.fieldback.cli.embedded.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A broker in a process of its own, so that what is measured in this one is the job's alone. */
public final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final Path folder;
    private final String servers;

    private BrokerProcess(Process process, Path folder, String servers) {
        this.process = process;
        this.folder = folder;
        this.servers = servers;
    }

    /** The broker's own main: serves until its standard input ends. */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedKafka kafka = EmbeddedKafka.start()) {
            Path told = Path.of(arguments[0]);
            Path partial = told.resolveSibling("servers.part");
            Files.writeString(partial, kafka.servers());
            Files.move(partial, told);
            while (System.in.read() >= 0) {
                // Nothing is said to it; the end is.
            }
        }
    }

    /** Starts one that keeps its topics in a folder, until it is closed or this process ends. */
    public static BrokerProcess start(Path data) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(data), "broker-");
        Path told = folder.resolve("servers");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-Djava.io.tmpdir=" + folder.toAbsolutePath(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        told.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("broker.log").toFile())
                .start();
        while (!Files.exists(told)) {
            if (!process.isAlive()) {
                throw new IOException("Cannot start broker: its process ended with " + process.exitValue() + ", see "
                        + folder.resolve("broker.log"));
            }
            pause();
        }
        return new BrokerProcess(process, folder, Files.readString(told));
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Cannot start broker: interrupted", e);
        }
    }

    /** Bootstrap servers. */
    public String servers() {
        return servers;
    }

    /** Processor time it has used, seconds. */
    public double cpuSeconds() {
        return process.info()
                .totalCpuDuration()
                .map(used -> used.toMillis() / 1e3)
                .orElse(0.0);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }
}
