// SPDX-License-Identifier: Apache-2.0
package io.fieldback.cli.faults.oracle;

/** A law that an epoch breaks. */
public record Breach(Law law, long epoch, String what) {}
