/**
 * How calls are signed, classed and paged, and how wire records become our model. May change any
 * day.
 */
@NullMarked
package io.mcfconnector.amazon.internal;

import org.jspecify.annotations.NullMarked;
