// SPDX-License-Identifier: Apache-2.0
/** Floor 2: the journal of cases; every distinct content once, and what its order in time entails. */
@NullMarked
package io.fieldback.pipelines.journal;

import org.jspecify.annotations.NullMarked;
