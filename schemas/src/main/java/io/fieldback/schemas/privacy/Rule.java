// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.privacy;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One form in which personal data stands in text. Text is given half-width, so that a pattern need know one kind of
 * digit only.
 *
 * @param pattern group 1 is what is masked
 * @param holds whether a match in its text is one indeed
 * @param mask what stands in its place
 */
record Rule(Pattern pattern, BiPredicate<Matcher, String> holds, String mask) {
    private static final String GAP = "[ \\-.·\\u00a0]{0,3}";
    private static final String FREE_LEFT = "(?<![0-9A-Za-z])";
    private static final String FREE_RIGHT = "(?![0-9A-Za-z])";
    private static final String COUNTRY = "(?:\\(?(?:\\+|00)?86\\)?" + GAP + ")?";

    /** Numbers after these words name a thing, whatever they look like. */
    private static final Pattern THING = Pattern.compile(
            "(?:序列号|序号|机号|机身号|编号|编码|条码|条形码|订单|单号|工单|料号|物料|批次|批号|运单|快递|物流|合同|发票|流水|型号|图号|版本"
                    + "|s/?n|serial(?: ?(?:no|number))?|order(?: ?(?:no|number))?|batch|lot|part ?no|ticket|barcode|imei)"
                    + "[号码]{0,2}[ :.#为是=]{0,3}$",
            Pattern.CASE_INSENSITIVE);

    /** A code such as {@code WO-} or {@code 2026-} runs on into the number: it is an order number, not a phone. */
    private static final Pattern RUNS_ON = Pattern.compile("[0-9A-Za-z][\\-_#]$");

    private static final Pattern PHONE_WORD =
            Pattern.compile("(?:tel|phone|mobile|mob|cell|call)[\\-_/.#]$", Pattern.CASE_INSENSITIVE);

    private static final String MOBILE_DIGITS = "(?:1[3-9]\\d(?:" + GAP + "\\d{4}" + GAP + "\\d{4}|" + GAP + "\\d{3}"
            + GAP + "\\d{5}|" + GAP + "\\d{5}" + GAP + "\\d{3}|(?:[ \\-.]\\d{2}){4})|1[3-9]\\d{2}" + GAP + "\\d{3}"
            + GAP
            + "\\d{4}|1[3-9]\\d{3}" + GAP + "\\d{6}|1([ \\-.])[3-9](?:\\2\\d){9})";

    private static final String EIGHT = "[2-9]\\d{3}" + GAP + "\\d{4}";
    private static final String SEVEN_OR_EIGHT = "[2-9]\\d{2,3}" + GAP + "\\d{4}";
    private static final String LANDLINE_DIGITS =
            "(?:\\(?(?:\\+|00)86\\)?" + GAP + "(?:\\(?0\\)?)?|\\(?0)(?:(?:10|2\\d)\\)?" + GAP + EIGHT
                    + "|[3-9]\\d{2}\\)?" + GAP + SEVEN_OR_EIGHT + ")(?: ?(?:-|转|分机|ext\\.?) ?\\d{1,6})?";

    /** All forms; the longer ones first, because each is looked for in what the ones before it left. */
    static final List<Rule> ALL = List.of(
            new Rule(
                    Pattern.compile(
                            "(?<![0-9A-Za-z._%+\\-])([A-Za-z0-9._%+\\-]{1,64}@[A-Za-z0-9\\-]{1,63}(?:\\.[A-Za-z0-9\\-]{1,63}){1,4})"),
                    (match, text) -> true,
                    "[email]"),
            new Rule(
                    Pattern.compile(FREE_LEFT + "([1-9]\\d{5}" + GAP + "(?:18|19|20)\\d{2}" + GAP
                            + "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])" + GAP + "\\d{3}[0-9Xx])" + FREE_RIGHT),
                    (match, text) -> IdentityNumber.checks(compact(match.group(1))),
                    "[id]"),
            // With the word before it a wrong check character is a typing slip, and 15 digits are a first-generation
            // card.
            new Rule(
                    Pattern.compile(
                            "(?:身份证|证件|居民证|id ?card)[号码]{0,3}[ :为是]{0,3}([1-9](?:" + GAP + "\\d){13,16}" + GAP
                                    + "[0-9Xx])" + FREE_RIGHT,
                            Pattern.CASE_INSENSITIVE),
                    (match, text) -> true,
                    "[id]"),
            new Rule(
                    Pattern.compile("(?:" + FREE_LEFT + "|(?<=(?i:tel|phone|mobile|mob|call)))(" + COUNTRY
                            + MOBILE_DIGITS + ")" + FREE_RIGHT),
                    Rule::isPhone,
                    "[phone]"),
            new Rule(
                    Pattern.compile(
                            "(?:" + FREE_LEFT + "|(?<=(?i:tel|phone|call|fax)))(" + LANDLINE_DIGITS + ")" + FREE_RIGHT),
                    Rule::isPhone,
                    "[phone]"),
            new Rule(
                    Pattern.compile(
                            "(?:电话|手机|座机|固话|致电|拨打|联系方式|(?i:tel|phone|mobile))[号码]{0,2}[ :.为是]{0,3}([2-9]\\d{2,3}" + GAP
                                    + "\\d{4})" + FREE_RIGHT),
                    (match, text) -> true,
                    "[phone]"),
            new Rule(
                    Pattern.compile("((?:[京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]|(?<![换更全崭最])新)"
                            + "[A-HJ-NP-Z][ ·.\\-]?(?:[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9]|[A-HJ-NP-Z0-9]{4}[挂学警港澳]))"
                            + FREE_RIGHT),
                    (match, text) -> hasDigit(match.group(1)),
                    "[plate]"));

    private static boolean isPhone(Matcher match, String text) {
        String before = text.substring(Math.max(0, match.start(1) - 16), match.start(1));
        if (THING.matcher(before).find()) {
            return false;
        }
        return !RUNS_ON.matcher(before).find() || PHONE_WORD.matcher(before).find();
    }

    private static String compact(String text) {
        StringBuilder kept = new StringBuilder(18);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean hasDigit(String text) {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
