// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults;

import io.fieldback.cli.embedded.EmbeddedKafka;
import java.nio.file.Path;

/** A broker in a process of its own, until it is killed. */
final class BrokerProcess {
    static final String READY = "broker ready";

    private BrokerProcess() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedKafka.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
