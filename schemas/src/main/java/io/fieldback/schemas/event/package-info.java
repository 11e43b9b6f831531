// SPDX-License-Identifier: Apache-2.0
/** Floor 0: what happened. One record per kind of case; each event is a snapshot of its case. */
@NullMarked
package io.fieldback.schemas.event;

import org.jspecify.annotations.NullMarked;
