// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.rows;

import io.fieldback.imports.cell.Cell;
import io.fieldback.imports.cell.Moments;
import io.fieldback.imports.cell.Numerals;
import io.fieldback.imports.cell.Unreadable;
import io.fieldback.imports.mapping.Mapping;
import io.fieldback.imports.mapping.Origin;
import io.fieldback.imports.mapping.Step;
import io.fieldback.imports.mapping.Templates;
import io.fieldback.imports.mapping.ValueRule;
import io.fieldback.schemas.shape.Field;
import io.fieldback.schemas.wire.RejectReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the value of one field from the cells of a row: text, number, truth value, day, month or point in time. */
final class Values {
    /** A spreadsheet keeps 15 digits; the sixteenth of a serial number is already lost. */
    private static final BigDecimal PRECISE = BigDecimal.TEN.pow(15);

    private final Moments moments;
    private final Mapping mapping;
    private final Consumer<String> notes;

    Values(Mapping mapping, Consumer<String> notes) {
        this.mapping = mapping;
        this.moments = mapping.moments();
        this.notes = notes;
    }

    /** The value of a field, or null if there is none. Throws {@link Unmappable} if there is one and it is no such value. */
    @Nullable
    Object value(ValueRule rule, Field field, String path, Row row) {
        try {
            if (rule.origin() instanceof Origin.DayAndTime pair) {
                return dayAndTime(pair, field, row);
            }
            Cell cell = cell(rule, row);
            return cell.isEmpty() ? null : convert(cell, rule, field);
        } catch (Unreadable e) {
            if (rule.lenient()) {
                notes.accept(e.reason() + " " + path + " (left out)");
                return rule.otherwise().isEmpty() ? null : convert(rule.otherwise(), rule, field);
            }
            throw new Unmappable(e.reason(), path, place(rule.origin(), row), e.detail());
        }
    }

    private Cell cell(ValueRule rule, Row row) {
        Cell cell = origin(rule.origin(), row);
        if (cell instanceof Cell.Error error) {
            throw new Unreadable(RejectReason.E_CELL_ERROR, "the cell holds the error " + error.code());
        }
        for (Step step : rule.steps()) {
            if (cell.isEmpty()) {
                break;
            }
            cell = step.apply(cell);
        }
        return cell.isEmpty() ? rule.otherwise() : cell;
    }

    private Cell origin(Origin origin, Row row) {
        if (origin instanceof Origin.Column column) {
            return row.cell(column.name());
        }
        if (origin instanceof Origin.Constant constant) {
            return Cell.text(constant.text());
        }
        if (origin instanceof Origin.Template template) {
            String text = Templates.fill(template.text(), row::cell);
            return text == null ? Cell.EMPTY : Cell.text(text);
        }
        if (origin instanceof Origin.First first) {
            for (ValueRule each : first.rules()) {
                Cell cell = cell(each, row);
                if (!cell.isEmpty()) {
                    return cell;
                }
            }
        }
        return Cell.EMPTY;
    }

    private @Nullable Object dayAndTime(Origin.DayAndTime pair, Field field, Row row) {
        Cell day = row.cell(pair.day());
        Cell time = row.cell(pair.time());
        if (day instanceof Cell.Error || time instanceof Cell.Error) {
            throw new Unreadable(RejectReason.E_CELL_ERROR, "the cell holds an error");
        }
        if (day.isEmpty()) {
            return null;
        }
        Instant instant = moments.instant(day, time);
        return switch (field.kind()) {
            case DAY -> LocalDate.ofInstant(instant, moments.zone());
            case INSTANT, TEXT, CODE, INTEGER, NUMBER, FLAG, MONTH, RECORD, RECORDS, TEXTS ->
                instant.atZone(moments.zone()).toOffsetDateTime();
        };
    }

    private Object convert(Cell cell, ValueRule rule, Field field) {
        return switch (field.kind()) {
            case TEXT, CODE, TEXTS -> text(cell, field);
            case INTEGER -> integer(cell, field);
            case NUMBER -> Numerals.decimal(cell);
            case FLAG -> Numerals.flag(cell);
            case DAY ->
                rule.epoch() == null
                        ? moments.day(cell)
                        : LocalDate.ofInstant(since1970(cell, rule.epoch()), moments.zone());
            case MONTH -> moments.month(cell);
            case INSTANT ->
                (rule.epoch() == null ? moments.instant(cell) : since1970(cell, rule.epoch()))
                        .atZone(moments.zone())
                        .toOffsetDateTime();
            case RECORD, RECORDS -> throw new Unreadable(RejectReason.E_TYPE, "a cell holds no record");
        };
    }

    private static Instant since1970(Cell cell, Moments.Epoch epoch) {
        return Moments.since1970(Numerals.decimal(cell), epoch);
    }

    private String text(Cell cell, Field field) {
        if (cell instanceof Cell.Number number) {
            if (number.dated() && number.value().signum() >= 0 && number.value().compareTo(BigDecimal.ONE) < 0) {
                return LocalTime.ofSecondOfDay(number.value()
                                .multiply(BigDecimal.valueOf(86_400))
                                .longValue())
                        .toString();
            }
            if (number.dated()) {
                LocalDateTime local = moments.local(cell);
                return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? local.toLocalDate().toString()
                        : local.toString();
            }
            boolean spreadsheet = number.era() != Cell.Era.NONE;
            if (field.identifier() && spreadsheet && number.value().abs().compareTo(PRECISE) >= 0) {
                throw new Unreadable(
                        RejectReason.E_ID_SCIENTIFIC,
                        "a number of more than 15 digits: the spreadsheet has lost the last ones; format the column as text");
            }
        }
        return cell.asText();
    }

    private BigDecimal integer(Cell cell, Field field) {
        BigDecimal number = Numerals.decimal(cell);
        if (field.name().endsWith("Minor")) {
            if (mapping.money().rounds(number)) {
                notes.accept("W_MONEY_ROUNDED " + field.name());
            }
            return mapping.money().toMinor(number);
        }
        BigDecimal whole = number.stripTrailingZeros();
        if (whole.scale() > 0) {
            throw new Unreadable(RejectReason.E_NUM_FORMAT, "'" + cell.asText() + "' is no whole number");
        }
        return whole.setScale(0);
    }

    /** Where the value comes from, as closely as can be said. */
    private static String place(Origin origin, Row row) {
        List<String> columns = List.of();
        if (origin instanceof Origin.Column column) {
            columns = List.of(column.name());
        } else if (origin instanceof Origin.Template template) {
            columns = Templates.columns(template.text());
        } else if (origin instanceof Origin.DayAndTime pair) {
            columns = List.of(pair.day());
        } else if (origin instanceof Origin.First first) {
            for (ValueRule each : first.rules()) {
                if (each.origin() instanceof Origin.Column column
                        && !row.cell(column.name()).isEmpty()) {
                    return row.place(column.name());
                }
            }
        }
        return columns.isEmpty() ? row.place() : row.place(columns.get(0));
    }
}
