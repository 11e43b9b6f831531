// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks text that names one thing (a case, a serial number). It is normalised on decode, refused when it holds control
 * characters, and written to Parquet without a dictionary, because nearly every value is different.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Identifier {}
