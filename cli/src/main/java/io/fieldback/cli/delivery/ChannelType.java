// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The kinds of channel and the settings of each. */
public enum ChannelType {
    /** Prometheus Alertmanager, API v2. */
    ALERTMANAGER(Set.of("url"), Set.of("authorization", "repeatSeconds", "graceMinutes", "noticeDays")),
    /** Any receiver of CloudEvents over HTTP. */
    WEBHOOK(Set.of("url"), Set.of("authorization", "secret", "atOnce")),
    /** A robot of a WeCom group. */
    WECOM(Set.of("url"), Set.of("everySeconds")),
    /** A robot of a DingTalk group. */
    DINGTALK(Set.of("url"), Set.of("secret", "everySeconds")),
    /** A robot of a Feishu group. */
    FEISHU(Set.of("url"), Set.of("secret", "everySeconds")),
    /** E-mail. */
    MAIL(Set.of("host", "from", "to"), Set.of("port", "user", "password", "security", "everySeconds")),
    /** A Kafka topic. */
    KAFKA(Set.of("servers"), Set.of("topic", "config"));

    private final Set<String> required;
    private final Set<String> optional;

    ChannelType(Set<String> required, Set<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Settings without which it cannot be. */
    public Set<String> required() {
        return required;
    }

    /** All its settings, in order. */
    public Set<String> settings() {
        Set<String> all = new TreeSet<>(required);
        all.addAll(optional);
        return all;
    }

    /** As it stands in the file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All codes. */
    static List<String> codes() {
        return Arrays.stream(values()).map(ChannelType::code).toList();
    }
}
