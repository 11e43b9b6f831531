// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.detection.family;

import org.jspecify.annotations.Nullable;

/** The least likely of what is offered. */
final class Best {
    private @Nullable Finding finding;

    void add(Finding other) {
        if (finding == null || other.p() < finding.p()) {
            finding = other;
        }
    }

    @Nullable
    Finding finding() {
        return finding;
    }
}
