// SPDX-License-Identifier: Apache-2.0
/** Floor 4: answers to SQL over an epoch, read only. */
@NullMarked
package io.fieldback.cli.query;

import org.jspecify.annotations.NullMarked;
