// SPDX-License-Identifier: Apache-2.0
/** Floor 1: the warehouse and its catalog, in which an epoch is one transaction. */
@NullMarked
package io.fieldback.lake.epoch;

import org.jspecify.annotations.NullMarked;
