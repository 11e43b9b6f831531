// SPDX-License-Identifier: Apache-2.0
/** From the tables of an epoch to what detection is fed with, and from what it finds back to tables. */
@NullMarked
package io.fieldback.pipelines.detection.feed;

import org.jspecify.annotations.NullMarked;
