// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.guess;

import java.util.Locale;

/**
 * Something noticed of a sheet beside its columns.
 *
 * @param kind what
 * @param detail the column, columns or example it is about; empty if it needs none
 */
public record Remark(Kind kind, String detail) {
    /** What may be noticed, in words. */
    public enum Kind {
        /** An order number repeats. */
        ORDER_REPEATS("Several rows belong to one order: %s repeats.", "同一张单占多行:%s 重复出现。"),
        /** There is no order number, and nothing that could stand in for it. */
        NO_ORDER_NUMBER(
                "No column of order numbers: all columns together tell one order from another, so a corrected row is a"
                        + " new order.",
                "没有单号列:以全部列区分每张单,因此改动过的行会成为新单。"),
        /** There is no order number, but other columns tell orders apart. */
        ORDER_BY_COLUMNS("No column of order numbers: %s tell one order from another.", "没有单号列:以 %s 区分每张单。"),
        /** All rows count as failures. */
        NO_SERVICE_KIND("No column says what a visit was for: every row counts as a failure.", "没有服务类型列:每行都按故障计。"),
        /** Serial numbers decode. */
        SERIALS_DECODE("Serial numbers seem to tell the month of production, such as %s.", "序列号似乎含生产年月,例如 %s。"),
        /** Months without a year. */
        NO_YEAR(
                "The months have no year, and nothing else says it: correct `year` in the mapping.",
                "月份没有年份,别处也没有:请在映射文件中改正 `year`。"),
        /** Rows without a quantity. */
        NO_QUANTITY("No column of quantities or serial numbers: each row counts as one unit.", "没有数量列或序列号列:每行按一台计。");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    /** A remark that needs no detail. */
    public static Remark of(Kind kind) {
        return new Remark(kind, "");
    }

    /** The sentence, in Chinese or else in English. */
    public String in(Locale locale) {
        boolean zh = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return String.format(Locale.ROOT, zh ? kind.chinese : kind.english, detail);
    }
}
