// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

import io.fieldback.schemas.code.ReasonClass;
import io.fieldback.schemas.code.ReturnKind;
import io.fieldback.schemas.event.Event;
import io.fieldback.schemas.event.Installation;
import io.fieldback.schemas.event.Repair;
import io.fieldback.schemas.event.Return;
import io.fieldback.schemas.event.Shipment;
import io.fieldback.schemas.event.Unit;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the contents that stand on one day say of one serial number. */
record UnitLife(String serialNo, List<Known> standing) {
    static UnitLife of(String serialNo, List<Known> standing) {
        return new UnitLife(
                serialNo,
                standing.stream()
                        .sorted(Comparator.comparing(Known::knownOn)
                                .thenComparing(known -> known.content().hash()))
                        .toList());
    }

    boolean recorded() {
        return all(Unit.class).findAny().isPresent()
                || all(Shipment.class).findAny().isPresent()
                || all(Installation.class).findAny().isPresent()
                || exchanges().findAny().isPresent();
    }

    @Nullable
    String model() {
        return either(
                last(all(Unit.class), Unit::productModel),
                last(all(Shipment.class), Shipment::productModel),
                last(all(Installation.class), Installation::productModel),
                last(exchanges(), Return::productModel),
                last(all(Repair.class), Repair::productModel));
    }

    @Nullable
    String region() {
        return either(
                last(all(Installation.class), Installation::region),
                last(all(Unit.class), Unit::region),
                last(all(Shipment.class), Shipment::region),
                last(exchanges(), Return::region),
                last(all(Repair.class), Repair::region));
    }

    @Nullable
    LocalDate producedOn() {
        return either(
                last(all(Unit.class), Unit::producedOn),
                last(all(Shipment.class), Shipment::producedOn),
                last(all(Repair.class), Repair::producedOn));
    }

    @Nullable
    LocalDate inServiceOn() {
        return either(
                first(all(Installation.class)
                        .filter(known -> event(known, Installation.class).completedAt() != null
                                || event(known, Installation.class).acceptedAt() != null)
                        .map(known -> known.content().eventOn())),
                first(exchanges().map(known -> known.content().eventOn())),
                last(all(Unit.class), Unit::invoicedOn),
                first(all(Installation.class)
                        .map(known -> event(known, Installation.class).invoicedOn())),
                last(all(Unit.class), Unit::soldOn));
    }

    @Nullable
    LocalDate shippedOn() {
        return first(all(Shipment.class)
                .map(known -> event(known, Shipment.class))
                .map(it -> it.shippedOn() == null && it.period() != null
                        ? it.period().atDay(1)
                        : it.shippedOn()));
    }

    @Nullable
    LocalDate withdrawnOn() {
        return first(all(Return.class)
                .filter(known -> {
                    Return back = event(known, Return.class);
                    return serialNo.equals(back.serialNo())
                            && (back.kind() == null
                                    || List.of(ReturnKind.RETURN, ReturnKind.EXCHANGE)
                                            .contains(back.kind()))
                            && back.reasonClass() != ReasonClass.COMMISSIONED_REPAIR
                            && back.returnedToOwnerAt() == null;
                })
                .map(known -> known.content().eventOn()));
    }

    /** Whether an event says anything of a serial number. */
    static boolean names(Event event, String serialNo) {
        return serialNos(event).anyMatch(serialNo::equals);
    }

    static Stream<String> serialNos(Event event) {
        Stream<@Nullable String> named = Stream.of();
        if (event instanceof Unit it) {
            named = Stream.of(it).map(Unit::serialNo);
        } else if (event instanceof Shipment it) {
            named = Stream.of(it).map(Shipment::serialNo);
        } else if (event instanceof Repair it) {
            named = Stream.of(it).map(Repair::serialNo);
        } else if (event instanceof Return it) {
            named = Stream.concat(
                    Stream.of(it).map(Return::serialNo), Stream.of(it).map(Return::replacementSerialNo));
        } else if (event instanceof Installation it) {
            named = it.serialNos().stream().map(unit -> unit.serialNo());
        }
        return named.filter(Objects::nonNull);
    }

    private Stream<Known> exchanges() {
        return all(Return.class)
                .filter(known -> serialNo.equals(event(known, Return.class).replacementSerialNo()));
    }

    private Stream<Known> all(Class<? extends Event> type) {
        return standing.stream()
                .filter(known -> type.isInstance(known.content().event())
                        && names(known.content().event(), serialNo));
    }

    /** The last in order of knowing that says it. */
    private <E extends Event, T> @Nullable T last(Stream<Known> known, Function<E, @Nullable T> field) {
        T last = null;
        for (Known each : known.toList()) {
            @SuppressWarnings("unchecked") // all() gives contents of this type
            T said = field.apply((E) each.content().event());
            last = said == null ? last : said;
        }
        return last;
    }

    private static @Nullable LocalDate first(Stream<@Nullable LocalDate> days) {
        return days.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }

    @SafeVarargs
    private static <T> @Nullable T either(@Nullable T... said) {
        return Stream.of(said).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static <E extends Event> E event(Known known, Class<E> type) {
        return type.cast(known.content().event());
    }
}
