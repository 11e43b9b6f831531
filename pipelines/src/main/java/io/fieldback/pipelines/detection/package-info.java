// SPDX-License-Identifier: Apache-2.0
/** Alerts that need statistics: what failures are counted, what was to be expected of them, and what to tell of it. */
@NullMarked
package io.fieldback.pipelines.detection;

import org.jspecify.annotations.NullMarked;
