// SPDX-License-Identifier: Apache-2.0
/** Floor 2: what a case adds to the ledgers. Plain rules, no Flink. */
@NullMarked
package io.fieldback.pipelines.ledgers;

import org.jspecify.annotations.NullMarked;
