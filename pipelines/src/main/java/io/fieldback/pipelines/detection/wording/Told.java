// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.wording;

import io.fieldback.pipelines.detection.cause.Carrier;
import io.fieldback.pipelines.detection.expectation.Basis;
import io.fieldback.pipelines.detection.family.Finding.Wear;
import io.fieldback.pipelines.detection.lifecycle.Course.Stretch;
import io.fieldback.pipelines.detection.lifecycle.OpenAlert;
import io.fieldback.schemas.alert.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is to be told of a change of an alert.
 *
 * @param alert after the change
 * @param change what happened
 * @param day by whose end all was known, days since 1970
 * @param from first day of what was counted
 * @param counted which failures were
 * @param stretch what was counted
 * @param p chance of so much; not a number where none was asked
 * @param level exposure level
 * @param basis what the expectation is made of
 * @param like the product it was taken from, empty if of none
 * @param unitsInField units of the scope still in the field
 * @param parts what parts carry of it
 * @param partsFrom first day that parts are counted from
 * @param wear what the older units have of it; null where ages were not looked at
 */
public record Told(
        OpenAlert alert,
        Change change,
        int day,
        int from,
        Counted counted,
        Stretch stretch,
        double p,
        int level,
        Basis basis,
        String like,
        long unitsInField,
        List<Carrier> parts,
        int partsFrom,
        @Nullable Wear wear) {}
