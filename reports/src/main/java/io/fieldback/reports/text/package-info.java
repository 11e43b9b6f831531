// SPDX-License-Identifier: Apache-2.0
/** Floor 2: the words of reports, in Chinese and English. */
@NullMarked
package io.fieldback.reports.text;

import org.jspecify.annotations.NullMarked;
