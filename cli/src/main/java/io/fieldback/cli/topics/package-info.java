// SPDX-License-Identifier: Apache-2.0
/** Floor 4: events on their way to Kafka topics. */
@NullMarked
package io.fieldback.cli.topics;

import org.jspecify.annotations.NullMarked;
