// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fieldback.schemas.shape.Shape;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanonicalFormTest {
    /** A part as it was. */
    public record PartBefore(@Nullable String lot) {}

    /** A part that has a field more. */
    public record PartAfter(@Nullable Long cost, @Nullable String lot) {}

    /** A record as it was. */
    public record Before(@Nullable String b, List<PartBefore> parts, boolean off) {}

    /** The record with fields more, before, between and after, and in another order. */
    public record After(
            boolean early,
            @Nullable String a,
            List<PartAfter> parts,
            boolean off,
            List<String> more,
            @Nullable String b) {}

    @Test
    void fieldsAddedLaterLeaveEventsWithoutThemAsTheyWere() {
        Before before = new Before("x", List.of(new PartBefore("L"), new PartBefore(null)), true);
        After after = new After(
                false, null, List.of(new PartAfter(null, "L"), new PartAfter(null, null)), true, List.of(), "x");
        assertThat(bytes(after)).isEqualTo(bytes(before));
        assertThat(bytes(new After(true, null, after.parts(), true, List.of(), "x")))
                .isNotEqualTo(bytes(before));
    }

    private static String bytes(Record record) {
        CanonicalBytes bytes = new CanonicalBytes();
        CanonicalForm.of(Shape.of(record)).write(record, bytes);
        return HexFormat.of().formatHex(bytes.copy());
    }
}
