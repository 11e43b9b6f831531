// SPDX-License-Identifier: Apache-2.0
/** Floor 2: what operators keep, as bytes. */
@NullMarked
package io.fieldback.pipelines.state;

import org.jspecify.annotations.NullMarked;
