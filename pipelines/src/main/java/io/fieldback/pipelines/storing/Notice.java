// SPDX-License-Identifier: Apache-2.0
package io.fieldback.pipelines.storing;

import java.util.List;

/**
 * What an operator tells the epoch committer before a barrier: all that happened since the one before.
 *
 * @param files closed files, each in the bytes of its metadata
 * @param accounts parts of accounts
 * @param progress how far sources have been read
 */
public record Notice(List<byte[]> files, List<Account> accounts, List<Progress> progress) {
    /** Whether there is nothing to tell. */
    public boolean silent() {
        return files.isEmpty() && accounts.isEmpty() && progress.isEmpty();
    }
}
