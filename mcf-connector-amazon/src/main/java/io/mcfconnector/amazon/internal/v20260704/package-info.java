/** Fulfillment Outbound 2026-07-04 seen through our model. May change any day. */
@NullMarked
package io.mcfconnector.amazon.internal.v20260704;

import org.jspecify.annotations.NullMarked;
