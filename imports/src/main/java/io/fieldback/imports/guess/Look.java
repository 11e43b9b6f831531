// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

/** What the cells of a column must look like to be the values of a field. */
enum Look {
    /** Whatever it is. */
    ANY,
    /** Short codes, many of them different. */
    CODE,
    /** Long codes of letters and digits. */
    SERIAL,
    /** Short codes, few of them different. */
    MODEL,
    /** Words, few of them different. */
    CATEGORY,
    /** Names of parts: words without numbers. */
    PART_NAME,
    /** Numbers of parts: codes with digits. */
    PART_CODE,
    /** Sentences. */
    TEXT,
    /** Names of people. */
    NAME,
    /** Phone numbers. */
    PHONE,
    /** Postal addresses. */
    ADDRESS,
    /** Days or times. */
    DATE,
    /** Months. */
    MONTH,
    /** Numbers. */
    NUMBER,
    /** Amounts of money. */
    MONEY,
    /** Yes and no. */
    FLAG;

    /** How well a column looks like it: about -80 for not at all to 20 for very much. */
    int fits(ColumnSample column) {
        if (column.filled() == 0) {
            return 0;
        }
        return switch (this) {
            case ANY -> 0;
            case DATE -> column.dates() >= 0.6 ? 20 : column.dates() >= 0.3 ? 0 : -80;
            case MONTH -> column.months() >= 0.6 ? 20 : -80;
            case NUMBER -> column.dated() > 0.5 ? -80 : column.numbers() >= 0.6 ? 10 : -60;
            case MONEY -> column.dated() > 0.5 || column.phones() > 0.5 ? -80 : column.numbers() >= 0.5 ? 10 : -60;
            case PHONE -> column.phones() >= 0.5 ? 20 : -40;
            case FLAG -> column.flags() >= 0.6 ? 15 : column.distinct() <= 4 ? 0 : -40;
            case SERIAL -> notDate(column) + (column.averageLength() >= 6 && column.variety() > 0.2 ? 10 : -10);
            case CODE -> notDate(column) + (column.averageLength() > 30 ? -30 : 3);
            case MODEL -> notDate(column) + (column.averageLength() <= 24 && column.variety() < 0.6 ? 8 : -15);
            case CATEGORY ->
                notDate(column)
                        + (column.prose() > 0.25 ? -25 : 0)
                        + (column.variety() < 0.4 && column.averageLength() < 20 ? 8 : column.filled() < 8 ? 0 : -12);
            case PART_NAME ->
                notDate(column) + (column.averageLength() < 20 ? 6 : -10) + (column.withDigits() > 0.6 ? -12 : 2);
            case PART_CODE -> CODE.fits(column) + (column.withDigits() < 0.4 ? -12 : 6);
            case TEXT ->
                notDate(column)
                        + (column.prose() > 0.25 ? 10 : 0)
                        + (column.filled() < 8 ? 0 : column.variety() > 0.4 || column.averageLength() > 14 ? 8 : -6);
            case NAME -> notDate(column) + (column.numbers() > 0.5 ? -60 : 5);
            case ADDRESS -> notDate(column) + (column.averageLength() >= 6 ? 8 : -20);
        };
    }

    private static int notDate(ColumnSample column) {
        return column.dated() > 0.5 || column.textDates() > 0.6 ? -80 : 0;
    }
}
