// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.units;

import io.fieldback.pipelines.state.StateBytes;
import io.fieldback.pipelines.units.UnitFact.Exchanged;
import io.fieldback.pipelines.units.UnitFact.Failed;
import io.fieldback.pipelines.units.UnitFact.Installed;
import io.fieldback.pipelines.units.UnitFact.Line;
import io.fieldback.pipelines.units.UnitFact.Registered;
import io.fieldback.pipelines.units.UnitFact.Reported;
import io.fieldback.pipelines.units.UnitFact.Returned;
import io.fieldback.pipelines.units.UnitFact.Shipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.jspecify.annotations.Nullable;

/** A fact as few bytes: its kind and a bit for each field that is said, then these; days by their distance. */
final class FactBytes {
    private static final int REGISTERED = 0;
    private static final int SHIPPED = 1;
    private static final int INSTALLED = 2;
    private static final int EXCHANGED = 3;
    private static final int REPORTED = 4;
    private static final int RETURNED = 5;
    private static final int REPAIRED = 6;
    private static final int SENT_BACK = 7;
    private static final int KIND_SHIFT = 5;
    private static final int FIELDS = (1 << KIND_SHIFT) - 1;

    private FactBytes() {}

    static void write(DataOutputSerializer out, UnitFact fact, int knownOn) throws IOException {
        if (fact instanceof Registered it) {
            fields(
                    out,
                    REGISTERED,
                    knownOn,
                    it.productModel(),
                    it.region(),
                    it.producedOn(),
                    it.soldOn(),
                    it.invoicedOn());
        } else if (fact instanceof Shipped it) {
            fields(out, SHIPPED, knownOn, it.productModel(), it.region(), it.producedOn(), it.shippedOn());
        } else if (fact instanceof Installed it) {
            fields(out, INSTALLED, knownOn, it.productModel(), it.region(), it.invoicedOn(), it.installedOn());
        } else if (fact instanceof Exchanged it) {
            fields(out, EXCHANGED, knownOn, it.productModel(), it.region(), it.exchangedOn());
        } else if (fact instanceof Reported it) {
            fields(out, REPORTED, knownOn, it.productModel(), it.region(), it.producedOn());
        } else if (fact instanceof Returned it) {
            fields(out, RETURNED, knownOn, null, null, it.withdrawnOn());
        } else if (fact instanceof Failed it) {
            fields(out, it.byReturn() ? SENT_BACK : REPAIRED, knownOn, it.productModel(), null, it.eventOn());
            StateBytes.writeLong(out, it.lines().size());
            for (Line line : it.lines()) {
                StateBytes.writeText(out, line.component());
                StateBytes.writeText(out, line.symptomCode());
                StateBytes.writeLong(out, line.costMinor());
            }
        }
    }

    static UnitFact read(DataInputDeserializer in, int knownOn) throws IOException {
        int head = in.readUnsignedByte();
        int said = head & FIELDS;
        String model = (said & 1) == 0 ? null : StateBytes.readText(in);
        String region = (said & 2) == 0 ? null : StateBytes.readText(in);
        Integer first = day(in, said & 4, knownOn);
        Integer second = day(in, said & 8, knownOn);
        Integer third = day(in, said & 16, knownOn);
        int kind = head >> KIND_SHIFT;
        return switch (kind) {
            case REGISTERED -> new Registered(model, region, first, second, third);
            case SHIPPED -> new Shipped(model, region, first, second);
            case INSTALLED -> new Installed(model, region, first, second);
            case EXCHANGED -> new Exchanged(model, region, first);
            case REPORTED -> new Reported(model, region, first);
            case RETURNED -> new Returned(first);
            default -> new Failed(kind == SENT_BACK, first, model, lines(in));
        };
    }

    private static void fields(
            DataOutputSerializer out,
            int kind,
            int knownOn,
            @Nullable String model,
            @Nullable String region,
            @Nullable Integer... days)
            throws IOException {
        int said = (model == null ? 0 : 1) | (region == null ? 0 : 2);
        for (int i = 0; i < days.length; i++) {
            said |= days[i] == null ? 0 : 4 << i;
        }
        out.writeByte(kind << KIND_SHIFT | said);
        if (model != null) {
            StateBytes.writeText(out, model);
        }
        if (region != null) {
            StateBytes.writeText(out, region);
        }
        for (Integer day : days) {
            if (day != null) {
                StateBytes.writeLong(out, (long) knownOn - day);
            }
        }
    }

    private static @Nullable Integer day(DataInputDeserializer in, int said, int knownOn) throws IOException {
        return said == 0 ? null : (Integer) (int) (knownOn - StateBytes.readLong(in));
    }

    private static List<Line> lines(DataInputDeserializer in) throws IOException {
        int count = (int) StateBytes.readLong(in);
        List<Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new Line(StateBytes.readText(in), StateBytes.readText(in), StateBytes.readLong(in)));
        }
        return lines;
    }
}
