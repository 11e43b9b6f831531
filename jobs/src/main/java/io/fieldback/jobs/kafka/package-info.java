// SPDX-License-Identifier: Apache-2.0
/** Floor 3: Kafka topics as a Flink source. */
@NullMarked
package io.fieldback.jobs.kafka;

import org.jspecify.annotations.NullMarked;
