// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.terminal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The words of the command in the language of the user. */
public final class Messages {
    /** Codes of the languages there are. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    private static final String BUNDLE = "io.fieldback.cli.messages";
    private static final String OPTION = "--lang";

    /** The first that is set says the language, as for other programs; the launcher sets its own to keep the user's. */
    private static final List<String> VARIABLES = List.of("FIELDBACK_LOCALE", "LC_ALL", "LC_MESSAGES", "LANG");

    private final String language;
    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(String language) {
        this.language = language;
        this.locale = language.equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.UK;
        this.bundle = ResourceBundle.getBundle(
                BUNDLE,
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words in a language. */
    public static Messages in(String language) {
        return new Messages(language);
    }

    /** The words in the language that the option names, else the environment, else English. */
    static Messages of(List<String> arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            String named = argument.equals(OPTION) && i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            String code = argument.startsWith(OPTION + "=") ? argument.substring(OPTION.length() + 1) : named;
            if (LANGUAGES.contains(code)) {
                return new Messages(code);
            }
        }
        return VARIABLES.stream()
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("zh"))
                .map(value -> new Messages("zh"))
                .orElseGet(() -> new Messages("en"));
    }

    /** Code of the language, {@code zh} or {@code en}. */
    public String language() {
        return language;
    }

    /** How numbers are written. */
    public Locale locale() {
        return locale;
    }

    /** The words by their keys, for picocli. */
    public ResourceBundle bundle() {
        return bundle;
    }

    /** The words of a key, or others if the files do not know the key. */
    public String textOr(String key, String otherwise) {
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    /** A sentence; numbers in it are written as the language does. */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }
}
