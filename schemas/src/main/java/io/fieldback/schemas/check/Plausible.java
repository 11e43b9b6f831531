// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.check;

import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.EventType;
import io.fieldback.schemas.event.Usage;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.shape.Shape;
import io.fieldback.schemas.wire.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether an event says what it is about and when, and whether its numbers can be. */
final class Plausible {
    /** Ten million of a currency with cents, and more pieces than anybody ships at once. */
    private static final long OUTLIER = 1_000_000_000L;

    /** Ten years. */
    private static final long OUTLIER_MINUTES = 5_256_000L;

    /** What an odometer shows when nobody reads it. */
    private static final double UNREAD = 999_999;

    private final Shape<?> shape;
    private final int[] products;
    private final int[] days;
    private final int[] numbers;

    Plausible(EventType type) {
        this.shape = type.shape();
        this.products = positions(List.of("serialNo", "serialNos", "productModel"));
        List<String> dating = new ArrayList<>(type.dayFields());
        dating.add("recordedAt");
        this.days = positions(dating);
        this.numbers = positions(shape.fields().stream()
                .filter(field -> field.kind() == io.fieldback.schemas.shape.Kind.INTEGER)
                .map(Field::name)
                .filter(name -> !name.equals("revision"))
                .toList());
    }

    void check(Event event, @Nullable Object[] values, List<String> warnings) {
        if (products.length > 0 && silent(products, values)) {
            warnings.add(Warning.W_PRODUCT_UNKNOWN.name());
        }
        if (silent(days, values)) {
            warnings.add(Warning.W_DAY_MISSING.name());
        }
        for (int position : numbers) {
            if (values[position] instanceof Long number && Math.abs(number) >= OUTLIER_MINUTES) {
                String name = shape.fields().get(position).name();
                if (Math.abs(number) >= (name.endsWith("Minutes") ? OUTLIER_MINUTES : OUTLIER)) {
                    warnings.add(EventChecks.warning(Warning.W_NUM_OUTLIER, name));
                }
            }
        }
        Usage usage = event.envelope().usage();
        Double reading = usage == null ? null : usage.value();
        if (reading != null && (reading < 0 || reading >= UNREAD)) {
            warnings.add(EventChecks.warning(Warning.W_USAGE_INVALID, "usage.value"));
        }
    }

    private static boolean silent(int[] positions, @Nullable Object[] values) {
        for (int position : positions) {
            Object value = values[position];
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private int[] positions(List<String> names) {
        return names.stream().mapToInt(shape::position).filter(at -> at >= 0).toArray();
    }
}
