// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.text;

import io.fieldback.reports.content.Heading;
import io.fieldback.reports.content.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** The words of reports in one language. */
public final class Texts {
    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Texts(language));
        }
    }

    private final Language language;
    private final Properties messages;

    private Texts(Language language) {
        this.language = language;
        this.messages = messages(language);
    }

    /** The words in a language. */
    public static Texts in(Language language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The language spoken. */
    public Language language() {
        return language;
    }

    /** The message of a key, with its places filled. Numbers are written as the language does. */
    public String say(String key, Object... arguments) {
        String message = messages.getProperty(key);
        if (message == null) {
            throw new IllegalArgumentException("Cannot say " + key + " in " + language.code() + ": no such message");
        }
        return new MessageFormat(message, language.locale()).format(arguments);
    }

    /** A column whose label is the message {@code column.<key>}. */
    public Heading heading(String key, Heading.Kind kind) {
        return new Heading(key, say("column." + key), kind);
    }

    /** The messages of a language as they stand in its file. */
    static Properties messages(Language language) {
        String file = "messages_" + language.code() + ".properties";
        try (InputStream in = Texts.class.getResourceAsStream(file)) {
            Properties messages = new Properties();
            messages.load(new InputStreamReader(Objects.requireNonNull(in, file), StandardCharsets.UTF_8));
            return messages;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read messages " + file + ": " + e.getMessage(), e);
        }
    }
}
