// SPDX-License-Identifier: Apache-2.0
/** Changes of data and sites, which are not findings about a product. */
@NullMarked
package io.fieldback.pipelines.detection.notice;

import org.jspecify.annotations.NullMarked;
