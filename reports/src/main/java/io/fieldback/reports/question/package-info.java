// SPDX-License-Identifier: Apache-2.0
/** Floor 2: one class for each question that a report answers. */
@NullMarked
package io.fieldback.reports.question;

import org.jspecify.annotations.NullMarked;
