// SPDX-License-Identifier: Apache-2.0
package io.fieldback.schemas.code;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Other spellings under which a code arrives, Chinese and English. Case, spaces and dashes do not matter. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Also {
    /** The spellings. */
    String[] value();
}
