// SPDX-License-Identifier: Apache-2.0
/** What an excess is bound to. */
@NullMarked
package io.fieldback.pipelines.detection.cause;

import org.jspecify.annotations.NullMarked;
