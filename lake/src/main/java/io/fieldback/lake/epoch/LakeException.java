// SPDX-License-Identifier: Apache-2.0
package io.fieldback.lake.epoch;

/** A warehouse cannot be opened, read or written; the message says which and why. */
public class LakeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** {@code message} reads "Cannot &lt;do&gt; &lt;what&gt; &lt;which&gt;: &lt;why&gt;". */
    public LakeException(String message) {
        super(message);
    }

    /** The same, with what it came from. */
    public LakeException(String message, Throwable cause) {
        super(message, cause);
    }
}
