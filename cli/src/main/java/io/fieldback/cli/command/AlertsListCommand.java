// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.command;

import io.fieldback.cli.alerts.AlertList;
import io.fieldback.cli.alerts.AlertState;
import io.fieldback.cli.alerts.Alerts;
import io.fieldback.cli.alerts.Stage;
import io.fieldback.cli.alerts.Unjudged;
import io.fieldback.cli.job.WarehouseOption;
import io.fieldback.cli.query.Answer.Format;
import io.fieldback.cli.terminal.Exits;
import io.fieldback.cli.terminal.Session;
import io.fieldback.schemas.alert.AlertKind;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fieldback alerts list}: alerts that ask for something, those that ask most first. */
@Command(name = "list")
public final class AlertsListCommand implements Callable<Integer> {
    /** So many are shown to people, unless they say otherwise; programs get all. */
    private static final int SHOWN = 20;

    private final Session session;

    @Mixin
    private WarehouseOption warehouse = new WarehouseOption();

    @Option(names = "--kind", paramLabel = "KIND", descriptionKey = "alerts.kind", split = ",")
    private List<String> kinds = List.of();

    @Option(names = "--family", paramLabel = "quality|rule|notice", descriptionKey = "alerts.family", split = ",")
    private List<AlertKind.Family> families = List.of();

    @Option(names = "--product", paramLabel = "MODEL", descriptionKey = "product")
    private @Nullable String product;

    @Option(names = "--component", paramLabel = "CODE", descriptionKey = "component")
    private @Nullable String component;

    @Option(names = "--since", paramLabel = "DAY", descriptionKey = "alerts.since")
    private @Nullable LocalDate since;

    @Option(names = "--state", paramLabel = "STATE", descriptionKey = "alerts.state", split = ",")
    private List<Stage> stages = List.of();

    @Option(names = "--all", descriptionKey = "alerts.all")
    private boolean all;

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "alerts.limit")
    private @Nullable Integer limit;

    @Option(names = "--format", paramLabel = "table|csv|json", descriptionKey = "format", defaultValue = "table")
    private Format format = Format.TABLE;

    /** A command in its surroundings. */
    public AlertsListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws Exception {
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("Cannot list " + limit + " alerts: a limit is 1 or more");
        }
        Alerts alerts = Alerts.of(warehouse.folder(), warehouse.asOf());
        List<AlertState> fitting = fitting(alerts.mostFirst());
        List<AlertState> asked =
                fitting.stream().filter(state -> isAsked(state, alerts.day())).toList();
        int most = limit == null ? (format == Format.TABLE ? SHOWN : Integer.MAX_VALUE) : limit;
        List<AlertState> shown = asked.subList(0, Math.min(most, asked.size()));
        if (shown.isEmpty() && format == Format.TABLE) {
            session.tell("alerts.none");
        } else {
            new AlertList(session, shown, alerts.day()).print(format);
            if (asked.size() > shown.size()) {
                session.tell("alerts.more", asked.size() - shown.size(), Integer.toString(asked.size()));
            }
        }
        int rest = fitting.size() - asked.size();
        if (rest > 0 && stages.isEmpty() && format == Format.TABLE) {
            session.tell("alerts.rest", rest);
        }
        if (format == Format.TABLE && isAboutProducts()) {
            new Unjudged(session.messages(), alerts.pending())
                    .of(product, component)
                    .forEach(session::say);
        }
        return Exits.OK;
    }

    /** Whether findings about products are wanted, among others. */
    private boolean isAboutProducts() {
        boolean ofFamily = families.isEmpty() || families.contains(AlertKind.Family.QUALITY);
        boolean ofKind = kinds.isEmpty()
                || kinds.stream().map(AlertKind::of).anyMatch(kind -> kind.family() == AlertKind.Family.QUALITY);
        return ofFamily && ofKind;
    }

    private List<AlertState> fitting(List<AlertState> states) {
        Set<AlertKind> wanted = EnumSet.noneOf(AlertKind.class);
        kinds.forEach(kind -> wanted.add(AlertKind.of(kind)));
        return states.stream()
                .filter(state -> wanted.isEmpty() || wanted.contains(state.kind()))
                .filter(state ->
                        families.isEmpty() || families.contains(state.kind().family()))
                .filter(state ->
                        product == null || product.equals(state.first().scope().productModel()))
                .filter(state -> component == null
                        || component.equals(state.first().scope().component()))
                .filter(state -> since == null || !state.last().knownOn().isBefore(since))
                .toList();
    }

    /** What asks for nothing any more is listed only if somebody wants it. */
    private boolean isAsked(AlertState state, LocalDate day) {
        return stages.isEmpty() ? all || state.isActive(day) : stages.contains(state.stage(day));
    }
}
