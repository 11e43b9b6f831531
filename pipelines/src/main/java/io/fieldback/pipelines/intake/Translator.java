// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.intake;

import java.io.Serializable;
import java.util.List;

/** Turns records of a foreign topic into events. Implementations travel with the job, so they are serializable. */
@FunctionalInterface
public interface Translator extends Serializable {
    /**
     * The events of a foreign record, as JSON; a part that cannot be mapped is a {@code rejected-row}.
     *
     * @param foreign as it came, with a value
     */
    List<byte[]> translate(RawRecord foreign);
}
