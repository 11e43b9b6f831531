// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.lifecycle;

import io.fieldback.pipelines.detection.cause.Localisation.Bound;
import io.fieldback.pipelines.detection.cause.Localisation.Named;
import io.fieldback.pipelines.detection.expectation.Outlook;
import io.fieldback.pipelines.detection.family.Axis;
import io.fieldback.pipelines.detection.family.Finding;
import io.fieldback.pipelines.detection.family.Group;
import io.fieldback.pipelines.detection.family.Part;
import io.fieldback.pipelines.detection.series.Known;
import io.fieldback.pipelines.detection.series.LotUnits.LotKey;
import io.fieldback.pipelines.detection.wording.Rows;
import io.fieldback.pipelines.detection.wording.Severity;
import io.fieldback.schemas.alert.AlertIds;
import io.fieldback.schemas.alert.AlertKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a finding is told as: of a lot or a region in all products, of a part of a series, or of the series. */
final class Opening {
    private final Known known;
    private final Outlook outlook;

    Opening(Known known, Outlook outlook) {
        this.known = known;
        this.outlook = outlook;
    }

    /** What names a part that carries an excess, as tables have it. */
    static List<String> cause(Named named, String line) {
        List<String> cause = new ArrayList<>(List.of(named.carrier().part().text()));
        LotKey lot = named.lot();
        if (lot != null && !lot.supplier().isEmpty()) {
            cause.add(Axis.SUPPLIER.code() + "=" + lot.supplier());
        }
        if (named.wide()) {
            cause.add(OpenAlert.LINE + line);
        }
        return List.copyOf(cause);
    }

    OpenAlert of(Finding finding, Bound bound, String line) {
        Named named = bound.named().orElse(null);
        LotKey lot = named == null ? null : named.lot();
        boolean wide = named == null ? finding.wide() : named.wide();
        Part part = part(finding, named);
        String key = lot != null
                ? OpenAlert.key(lot)
                : wide
                        ? OpenAlert.key(
                                line,
                                finding.key(),
                                Objects.requireNonNull(part).value())
                        : OpenAlert.key(finding, line);
        boolean several = wide
                || lot != null
                        && Objects.requireNonNull(known.lots().get(lot))
                                        .products()
                                        .size()
                                > 1;
        AlertKind kind = finding.group() == Group.WEAR
                ? AlertKind.WEAR_OUT
                : outlook.isNew(finding.key()) ? AlertKind.NEW_PRODUCT : AlertKind.RATE;
        String symptom = part != null && part.axis() == Axis.SYMPTOM ? part.value() : null;
        Subject subject = new Subject(
                finding.key().measure(),
                several ? "" : finding.key().product(),
                wide ? line : "",
                finding.key().component(),
                part == null ? null : part.axis(),
                part == null ? null : part.value(),
                lot == null ? null : lot.supplier());
        OpenAlert nameless = new OpenAlert(
                "",
                key,
                kind,
                subject,
                outlook.day(),
                finding.from(),
                named == null ? List.of() : cause(named, line),
                Severity.of(known.reference(), finding.key().component(), symptom),
                Math.min(1, finding.q()),
                new Followed(finding.excess(), finding.ratio(), outlook.day(), 0, 0));
        return nameless.named(AlertIds.alert(
                kind,
                Rows.scope(nameless).key() + key,
                LocalDate.ofEpochDay(outlook.day()).toString()));
    }

    private static @Nullable Part part(Finding finding, @Nullable Named named) {
        if (named != null && (named.lot() != null || named.wide())) {
            return named.carrier().part();
        }
        if (named != null
                && finding.part() != null
                && finding.part().axis().cohort().isPresent()) {
            return named.carrier().part().axis() == finding.part().axis()
                    ? named.carrier().part()
                    : finding.part();
        }
        return finding.part();
    }
}
