// SPDX-License-Identifier: Apache-2.0
/** What was to be expected of what is known: hazards by age, season, workload, reports still to come. */
@NullMarked
package io.fieldback.pipelines.detection.expectation;

import org.jspecify.annotations.NullMarked;
