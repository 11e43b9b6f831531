// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.alerts;

import io.fieldback.schemas.alert.AlertChange;
import io.fieldback.schemas.alert.AlertFigures;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import io.fieldback.schemas.alert.AlertScope;
import io.fieldback.schemas.alert.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Changes of alerts for tests. */
public final class SomeChange {
    private SomeChange() {}

    /** A change of a rate alert of a component of KF-72. */
    public static AlertChange rate(String component, Change change, Instant at) {
        return of(AlertKind.RATE, AlertScope.of("KF-72", component), change, at, "serious", "");
    }

    /** A safety alert of a case. */
    public static AlertChange safety(String caseId, Instant at) {
        return of(AlertKind.SAFETY, AlertScope.of("KF-72", caseId), Change.OPENED, at, "safety", "");
    }

    /** Any change; {@code more} ends its sentences. */
    public static AlertChange of(
            AlertKind kind, AlertScope scope, Change change, Instant at, String severity, String more) {
        String alert = AlertIds.alert(kind, scope.key(), "test");
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        boolean decided = change == Change.ACKNOWLEDGED || change == Change.JUDGED || change == Change.LINKED;
        return new AlertChange(
                AlertIds.change(alert, change, at.toString()),
                alert,
                kind,
                change,
                day,
                at,
                day,
                severity,
                scope,
                decided
                        ? AlertFigures.NONE
                        : new AlertFigures(
                                4L, "exposure", 36L, 16.25, 2.2, 1.5, 3.1, 1e-6, 1e-4, 12_345L, 99_900L, 7.5),
                List.of("lot=S104-2503C"),
                decided ? "zhang.qe" : null,
                change == Change.JUDGED ? "false-alarm" : null,
                change == Change.LINKED ? "8D-17" : null,
                List.of("repair/R-1"),
                scope.component() + " of " + scope.productModel() + ": 36 against 16 expected." + more,
                scope.productModel() + " 的 " + scope.component() + "：36 次，预期 16 次。" + more,
                "{\"sql\":\"select count(*)\\nfrom repairs\",\"level\":4}",
                "watch-1");
    }

    /** The same resting on other evidence. */
    public static AlertChange with(AlertChange change, String evidence) {
        return new AlertChange(
                change.changeId(),
                change.alertId(),
                change.kind(),
                change.change(),
                change.knownOn(),
                change.changedAt(),
                change.openedOn(),
                change.severity(),
                change.scope(),
                change.figures(),
                change.cause(),
                change.by(),
                change.verdict(),
                change.linkedId(),
                change.cases(),
                change.english(),
                change.chinese(),
                evidence,
                change.rules());
    }
}
