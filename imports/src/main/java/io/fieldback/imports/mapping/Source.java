// SPDX-License-Identifier: Apache-2.0
package io.fieldback.imports.mapping;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The system a file comes from.
 *
 * @param name under which its events are known
 * @param goLive first day on which it reported as things happened; what is dated before it is history
 * @param licence line to show with results, if its owner asks for one
 */
public record Source(
        String name, @Nullable LocalDate goLive, @Nullable String licence) {}
