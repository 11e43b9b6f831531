// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.alerts.AlertList;
import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.alerts.Alerts;
import io.fieldback.cli.alerts.Stage;
import io.fieldback.cli.job.WarehouseOption;
import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.schemas.alert.AlertKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fieldback alerts list}: alerts by rank. */
@Command(name = "list")
public final class AlertsListCommand implements Callable<Integer> {
    private static final Set<Stage> OVER = EnumSet.of(Stage.CLOSED, Stage.WITHDRAWN);

    private final Session session;

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "alerts.kind", split = ",")
    private List<String> kinds = List.of();

    @Option(names = "--family", paramLabel = "quality|rule|notice", descriptionKey = "alerts.family")
    private AlertKind.@Nullable Family family;

    @Option(names = "--product", paramLabel = "MODEL", descriptionKey = "product")
    private @Nullable String product;

    @Option(names = "--component", paramLabel = "CODE", descriptionKey = "component")
    private @Nullable String component;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "alerts.state", split = ",")
    private List<Stage> stages = List.of();

    @Option(names = "--all", descriptionKey = "alerts.all")
    private boolean all;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format", defaultValue = "table")
    private Format format = Format.TABLE;

    /** A command in its surroundings. */
    public AlertsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        Set<AlertKind> wanted = EnumSet.noneOf(AlertKind.class);
        kinds.forEach(kind -> wanted.add(AlertKind.of(kind)));
        List<AlertState> states = Alerts.of(warehouse.folder(), warehouse.asOf()).byRank().stream()
                .filter(state -> wanted.isEmpty() || wanted.contains(state.kind()))
                .filter(state -> family == null || state.kind().family() == family)
                .filter(state ->
                        product == null || product.equals(state.first().scope().productModel()))
                .filter(state -> component == null
                        || component.equals(state.first().scope().component()))
                .filter(this::isAsked)
                .toList();
        if (states.isEmpty() && format == Format.TABLE) {
            session.tell("alerts.none");
        } else {
            new AlertList(session, states).print(format);
        }
        return Exits.OK;
    }

    /** What is over is listed only if it is asked for. */
    private boolean isAsked(AlertState state) {
        Stage stage = state.stage();
        return stages.isEmpty() ? all || !OVER.contains(stage) : stages.contains(stage);
    }
}
