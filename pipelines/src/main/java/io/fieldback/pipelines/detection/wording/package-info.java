// SPDX-License-Identifier: Apache-2.0
/** Alerts in words and with evidence. */
@NullMarked
package io.fieldback.pipelines.detection.wording;

import org.jspecify.annotations.NullMarked;
