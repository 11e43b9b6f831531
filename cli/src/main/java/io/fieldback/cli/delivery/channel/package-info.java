// SPDX-License-Identifier: Apache-2.0
/** Floor 4: the channels of alerts, each with what its receiver wants: Alertmanager, webhook, robots, mail, Kafka. */
@NullMarked
package io.fieldback.cli.delivery.channel;

import org.jspecify.annotations.NullMarked;
