// SPDX-License-Identifier: Apache-2.0
/** What does not happen but is: products, components, suppliers, people, sites, holidays. */
@NullMarked
package io.fieldback.simulator.world;

import org.jspecify.annotations.NullMarked;
