/**
 * Fulfillment Outbound 2020-07-01: one typed API and its wire records, named as in the official
 * model.
 */
@NullMarked
package io.mcfconnector.amazon.outbound.v20200701;

import org.jspecify.annotations.NullMarked;
