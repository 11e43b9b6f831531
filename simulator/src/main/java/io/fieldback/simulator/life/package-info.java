// SPDX-License-Identifier: Apache-2.0
/** What happens to a unit, and when Fieldback hears of it. */
@NullMarked
package io.fieldback.simulator.life;

import org.jspecify.annotations.NullMarked;
