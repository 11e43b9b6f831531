// SPDX-License-Identifier: Apache-2.0
/** Floor 2: rows to files, files to epochs. */
@NullMarked
package io.fieldback.pipelines.storing;

import org.jspecify.annotations.NullMarked;
