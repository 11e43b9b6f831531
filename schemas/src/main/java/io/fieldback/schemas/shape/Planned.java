// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.shape;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a day or time that may lie ahead of its receipt; an event with any other in the future is refused. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Planned {}
