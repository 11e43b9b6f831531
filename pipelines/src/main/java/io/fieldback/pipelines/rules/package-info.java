// SPDX-License-Identifier: Apache-2.0
/**
 * Floor 2: alerts that a single case or subject raises and that must not wait: safety, repeated complaints, customers of
 * many units, and what people decide about alerts.
 */
@NullMarked
package io.fieldback.pipelines.rules;

import org.jspecify.annotations.NullMarked;
