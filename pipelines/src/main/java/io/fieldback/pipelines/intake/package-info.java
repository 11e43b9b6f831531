// SPDX-License-Identifier: Apache-2.0
/** Floor 2: bytes to events. Nothing is dropped: what is refused travels on as a reject. */
@NullMarked
package io.fieldback.pipelines.intake;

import org.jspecify.annotations.NullMarked;
