// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.showcase;

import io.fieldback.cli.watch.WatchFiles;
import io.fieldback.simulator.Simulation;
import io.fieldback.simulator.world.Horizon;
import io.fieldback.simulator.world.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What a maker tells the watch of its products: lines, what follows what, and since when. */
final class DemoProducts {
    private DemoProducts() {}

    /** Writes the file of products into a warehouse that is to be. */
    static void write(Path warehouse, Simulation simulation) throws IOException {
        List<String> lines = new ArrayList<>(List.of("productModel,line,predecessor,launchedOn"));
        for (Model model : simulation.models()) {
            String launched = model.launchMonth() < 0
                    ? ""
                    : Horizon.month(model.launchMonth()).toString();
            lines.add(String.join(
                    ",",
                    model.code(),
                    model.line().code(),
                    Objects.requireNonNullElse(model.predecessor(), ""),
                    launched));
        }
        Path folder = Files.createDirectories(warehouse.resolve(WatchFiles.FOLDER));
        Files.write(folder.resolve("products.csv"), lines);
    }
}
