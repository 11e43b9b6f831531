// SPDX-License-Identifier: Apache-2.0
/** Alerts from one look to the next. */
@NullMarked
package io.fieldback.pipelines.detection.lifecycle;

import org.jspecify.annotations.NullMarked;
