// SPDX-License-Identifier: Apache-2.0
/** Floor 2: reports as terminal text, CSV, JSON and a page. */
@NullMarked
package io.fieldback.reports.render;

import org.jspecify.annotations.NullMarked;
