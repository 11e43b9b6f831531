// SPDX-License-Identifier: Apache-2.0
/** Looks at series, and all looks of a day as one family. */
@NullMarked
package io.fieldback.pipelines.detection.family;

import org.jspecify.annotations.NullMarked;
