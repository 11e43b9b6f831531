// SPDX-License-Identifier: Apache-2.0
/** Floor 1: named places where a crash could hurt, for tests that crash there. */
@NullMarked
package io.fieldback.lake.fault;

import org.jspecify.annotations.NullMarked;
