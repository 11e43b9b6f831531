// SPDX-License-Identifier: Apache-2.0
/** Floor 2: SQL models over the tables, and reading them. */
@NullMarked
package io.fieldback.reports.model;

import org.jspecify.annotations.NullMarked;
