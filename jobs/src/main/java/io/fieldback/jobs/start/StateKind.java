// SPDX-License-Identifier: Apache-2.0
package io.fieldback.jobs.start;

/** Where the job keeps what it knows of cases. */
public enum StateKind {
    /** In memory: fast, and bounded by the heap. For up to a million cases. */
    HEAP,
    /** In RocksDB, on the local disk with a bounded cache. For more. */
    ROCKSDB
}
