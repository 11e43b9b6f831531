// SPDX-License-Identifier: Apache-2.0
/** What is known: rows of failures by product and component, units in the field, lots, and who reports. */
@NullMarked
package io.fieldback.pipelines.detection.series;

import org.jspecify.annotations.NullMarked;
