// SPDX-License-Identifier: Apache-2.0
package io.fieldback.reports.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fieldback.reports.content.Language;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(new TreeSet<>(Texts.messages(Language.ZH).keySet()))
                .isEqualTo(new TreeSet<>(Texts.messages(Language.EN).keySet()));
    }

    @Test
    void everyMessageHasTheSamePlacesInBothLanguages() {
        Properties zh = Texts.messages(Language.ZH);
        Properties en = Texts.messages(Language.EN);
        for (String key : en.stringPropertyNames()) {
            assertThat(places(zh.getProperty(key))).as(key).isEqualTo(places(en.getProperty(key)));
        }
    }

    @Test
    void everyMessageCanBeFilledAndKeepsNoPlace() {
        for (Language language : Language.values()) {
            Properties messages = Texts.messages(language);
            for (String key : messages.stringPropertyNames()) {
                String filled = new MessageFormat(messages.getProperty(key), language.locale())
                        .format(new Object[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
                assertThat(filled).as(key).doesNotContain("{", "}");
                assertThat(messages.getProperty(key)).as(key).doesNotContain("'");
            }
        }
    }

    @Test
    void anUnknownMessageIsAnError() {
        assertThatThrownBy(() -> Texts.in(Language.EN).say("no.such"))
                .hasMessage("Cannot say no.such in en: no such message");
    }

    private static Set<String> places(String message) {
        return PLACE.matcher(message).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
