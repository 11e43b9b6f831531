// SPDX-License-Identifier: Apache-2.0
/** Floor 0: secrets, keyed hashes, pseudonyms and the masking of personal data. */
@NullMarked
package io.fieldback.schemas.privacy;

import org.jspecify.annotations.NullMarked;
