// SPDX-License-Identifier: Apache-2.0
/** Floor 4: a Kafka broker in this process, for demo and for tests. */
@NullMarked
package io.fieldback.cli.embedded;

import org.jspecify.annotations.NullMarked;
