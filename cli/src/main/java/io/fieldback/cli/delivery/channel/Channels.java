// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.delivery.channel;

import io.fieldback.cli.delivery.Channel;
import io.fieldback.cli.delivery.ChannelSettings;
import io.fieldback.lake.epoch.Warehouse;
import java.nio.file.Path;

/** Makes the channels that a file describes. Nothing is connected before there is something to tell. */
public final class Channels {
    private Channels() {}

    /** The channel of these settings, for the alerts of a warehouse. */
    public static Channel open(ChannelSettings settings, Path warehouse) {
        CloudEventJson events = new CloudEventJson(Warehouse.open(warehouse).id());
        return switch (settings.type()) {
            case ALERTMANAGER -> new AlertmanagerChannel(settings);
            case WEBHOOK -> new WebhookChannel(settings, events);
            case WECOM -> new RobotChannel(settings, new WeComRobot(settings));
            case DINGTALK -> new RobotChannel(settings, new DingTalkRobot(settings));
            case FEISHU -> new RobotChannel(settings, new FeishuRobot(settings));
            case MAIL -> new MailChannel(settings);
            case KAFKA -> new KafkaChannel(settings, events);
        };
    }
}
