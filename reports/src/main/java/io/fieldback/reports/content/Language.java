// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.content;

import java.util.Locale;

/** The languages reports speak. */
public enum Language {
    /** Simplified Chinese. */
    ZH("zh", Locale.SIMPLIFIED_CHINESE, "zh-CN"),
    /** English. */
    EN("en", Locale.UK, "en");

    private final String code;
    private final Locale locale;
    private final String tag;

    Language(String code, Locale locale, String tag) {
        this.code = code;
        this.locale = locale;
        this.tag = tag;
    }

    /** The name on the command line. */
    public String code() {
        return code;
    }

    /** How numbers are written. */
    public Locale locale() {
        return locale;
    }

    /** The {@code lang} of a page, which picks the shapes of Chinese characters. */
    public String tag() {
        return tag;
    }

    /** The language of a code such as {@code zh}. */
    public static Language of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("Cannot speak language " + code + ": there are zh and en");
    }
}
