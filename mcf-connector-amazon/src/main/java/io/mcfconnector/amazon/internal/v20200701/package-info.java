/** Fulfillment Outbound 2020-07-01 seen through our model. May change any day. */
@NullMarked
package io.mcfconnector.amazon.internal.v20200701;

import org.jspecify.annotations.NullMarked;
