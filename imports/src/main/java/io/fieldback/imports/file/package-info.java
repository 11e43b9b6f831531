// SPDX-License-Identifier: Apache-2.0
/** Floor 1: workbooks, CSV and NDJSON files as sheets of rows. */
@NullMarked
package io.fieldback.imports.file;

import org.jspecify.annotations.NullMarked;
